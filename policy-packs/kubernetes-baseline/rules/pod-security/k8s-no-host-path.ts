import { z } from "zod";
import { resourceRule } from "../../../core/rule";
import { forEachKnown, isSet } from "../../../core/unknown";
import { type PodSpec, podSpecOf, workloadsOf, workloadTypes } from "../../../core/workload";

const parameters = z.object({
  /** Folders of nodes that pods may mount, with all below them; where `readOnly`, every container must mount it so. */
  allowedHostPaths: z.array(z.object({ pathPrefix: z.string(), readOnly: z.boolean().default(false) })).default([]),
});

type AllowedPath = z.output<typeof parameters>["allowedHostPaths"][number];

/** Pods do not see their node's files. */
export const k8sNoHostPath = resourceRule({
  name: "k8s-no-host-path",
  title: "No volume is a folder or a socket of the node.",
  severity: "high",
  types: [...workloadTypes, "kubernetes:core/v1:PersistentVolume"],
  controls: { "cis-kubernetes-1.11": ["5.2.12"] },
  parameters,
  remediationSteps: "Replace hostPath by emptyDir, configMap, secret or a persistentVolumeClaim of a CSI driver.",
  docs: {
    why: "A node's files hold the credentials of its kubelet and of all its pods; the container runtime's socket is root on the node.",
    good: {
      ...workloadsOf({
        containers: [
          {
            name: "app",
            image: "registry.k8s.io/pause:3.10",
            volumeMounts: [{ name: "scratch", mountPath: "/tmp", readOnly: false }],
          },
        ],
        volumes: [{ name: "scratch", emptyDir: {} }],
      }),
      "kubernetes:core/v1:PersistentVolume": {
        spec: { csi: { driver: "ebs.csi.aws.com", volumeHandle: "vol-0123456789abcdef0" } },
      },
    },
  },
  check(resource, report, { allowedHostPaths }) {
    if (resource.type === "kubernetes:core/v1:PersistentVolume") {
      const volume = resource.props.spec;
      if (isSet(volume, "hostPath") && !isAllowed(volume?.hostPath?.path, allowedHostPaths)) {
        report("the volume is a folder of a node: replace hostPath by csi");
      }
      return;
    }
    const spec = podSpecOf(resource);
    forEachKnown(spec?.volumes, (volume) => {
      if (!isSet(volume, "hostPath")) return;
      const usable = allowedHostPaths.filter(({ readOnly }) => !readOnly || isMountedReadOnly(spec, volume.name));
      if (!isAllowed(usable.length > 0 ? volume.hostPath?.path : undefined, usable)) {
        report("a volume is a path of the node: replace hostPath by emptyDir or persistentVolumeClaim");
      }
    });
  },
});

function isAllowed(path: string | undefined, allowed: readonly AllowedPath[]): boolean {
  if (path === undefined || path.split("/").includes("..")) return false;
  return allowed.some(({ pathPrefix }) =>
    `${path}/`.startsWith(pathPrefix.endsWith("/") ? pathPrefix : `${pathPrefix}/`),
  );
}

function isMountedReadOnly(spec: PodSpec | undefined, name: string | undefined): boolean {
  const containers = [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
  return containers
    .flatMap(({ volumeMounts = [] }) => volumeMounts)
    .every((mount) => mount.name !== name || mount.readOnly === true);
}
