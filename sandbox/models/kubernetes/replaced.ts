import { groupOf, type Kind } from "./kinds";

/** What the provider's configuration says of config maps and secrets, which it replaces unless told otherwise. */
export interface Mutability {
  configMaps: boolean;
  secrets: boolean;
}

const selector = ["spec.selector"];
const roleRef = ["roleRef"];

/** What replaces an object beside its name and namespace (pulumi/pulumi-kubernetes, provider/pkg/provider/diff.go). */
const byKind: Readonly<Record<string, readonly string[]>> = {
  "apps/DaemonSet": selector,
  "apps/Deployment": selector,
  "apps/StatefulSet": [
    "spec.podManagementPolicy",
    "spec.revisionHistoryLimit",
    "spec.selector",
    "spec.serviceName",
    "spec.volumeClaimTemplates",
  ],
  "batch/Job": ["spec.completions", "spec.parallelism", "spec.selector", "spec.template"],
  "rbac.authorization.k8s.io/ClusterRoleBinding": roleRef,
  "rbac.authorization.k8s.io/RoleBinding": roleRef,
  "storage.k8s.io/StorageClass": ["parameters", "provisioner"],
  "/PersistentVolume": [
    "awsElasticBlockStore",
    "azureDisk",
    "azureFile",
    "cephfs",
    "cinder",
    "csi",
    "fc",
    "flexVolume",
    "flocker",
    "gcePersistentDisk",
    "glusterfs",
    "hostPath",
    "iscsi",
    "local",
    "nfs",
    "photonPersistentDisk",
    "portworxVolume",
    "quobyte",
    "rbd",
    "scaleIO",
    "storageos",
    "vsphereVolume",
  ].map((source) => `spec.${source}`),
  "/PersistentVolumeClaim": ["spec.accessModes", "spec.selector", "spec.storageClassName", "spec.volumeName"],
  "/Pod": [
    ...[
      "affinity",
      "automountServiceAccountToken",
      "dnsConfig",
      "dnsPolicy",
      "enableServiceLinks",
      "hostAliases",
      "hostIPC",
      "hostNetwork",
      "hostPID",
      "hostname",
      "imagePullSecrets",
      "nodeName",
      "nodeSelector",
      "overhead",
      "preemptionPolicy",
      "priority",
      "priorityClassName",
      "readinessGates",
      "restartPolicy",
      "runtimeClassName",
      "schedulerName",
      "securityContext",
      "serviceAccount",
      "serviceAccountName",
      "shareProcessNamespace",
      "subdomain",
      "terminationGracePeriodSeconds",
      "volumes",
    ].map((property) => `spec.${property}`),
    ...["spec.containers", "spec.initContainers"].flatMap((containers) =>
      [
        "args",
        "command",
        "env",
        "image",
        "imagePullPolicy",
        "lifecycle",
        "livenessProbe",
        "ports",
        "readinessProbe",
        "resources",
        "securityContext",
        "stdin",
        "stdinOnce",
        "terminationMessagePath",
        "terminationMessagePolicy",
        "tty",
        "volumeDevices",
        "volumeMounts",
        "workingDir",
      ].map((property) => `${containers}.${property}`),
    ),
  ],
  "/ResourceQuota": ["spec.scopes"],
  "/Service": ["spec.clusterIP"],
};

/** Paths whose change replaces an object; `immutable` says that the object itself may not be changed any more. */
export function replacedFor({ apiVersion, kind }: Kind, mutable: Mutability, immutable: boolean): readonly string[] {
  if (apiVersion === "v1" && kind === "Secret") {
    return mutable.secrets && !immutable ? ["type"] : ["type", "stringData", "data"];
  }
  if (apiVersion === "v1" && kind === "ConfigMap")
    return mutable.configMaps && !immutable ? [] : ["binaryData", "data"];
  return byKind[`${groupOf(apiVersion)}/${kind}`] ?? [];
}
