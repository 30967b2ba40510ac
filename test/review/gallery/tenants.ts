import * as kubernetes from "@pulumi/kubernetes";

/** What may be another in a change of what runs in the cluster; the defaults are how it is. */
export interface Tenants {
  readonly tenants: readonly string[];
  readonly image: string;
  readonly pod: object;
  readonly replicas: number;
  readonly storage: boolean;
  readonly clusterAdmin: boolean;
  readonly limits: Record<string, string>;
}

const digest = (digit: string) => `111122223333.dkr.ecr.eu-west-1.amazonaws.com/checkout@sha256:${digit.repeat(64)}`;
export const [olderImage, newerImage] = [digest("a"), digest("b")];

const now: Tenants = {
  tenants: ["checkout"],
  image: olderImage,
  pod: {},
  replicas: 3,
  storage: true,
  clusterAdmin: false,
  limits: { cpu: "1", memory: "512Mi" },
};

const labels = { owner: "checkout-team", "cost-center": "2000", environment: "dev", "managed-by": "foundation" };

/** Tenants of a cluster: namespaces with their limits and rights, and what runs in them. */
export const tenantsProgram = (changed: Partial<Tenants> = {}) => {
  const wanted = { ...now, ...changed };
  return async (): Promise<void> => {
    const provider = new kubernetes.Provider("cluster", { kubeconfig: "server: https://dev.example.com" });
    for (const name of wanted.tenants) tenant(name, wanted, provider);
    if (wanted.clusterAdmin) {
      new kubernetes.rbac.v1.ClusterRoleBinding(
        "deployers",
        {
          metadata: { name: "deployers", labels },
          roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "cluster-admin" },
          subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: "deployers" }],
        },
        { provider },
      );
    }
  };
};

function tenant(name: string, wanted: Tenants, provider: kubernetes.Provider): void {
  const enforced = { "pod-security.kubernetes.io/enforce": "restricted" };
  const namespace = new kubernetes.core.v1.Namespace(
    name,
    { metadata: { name, labels: { ...labels, ...enforced } } },
    { provider },
  );
  const inside = { provider, parent: namespace, dependsOn: [namespace] };
  const metadata = { namespace: name, labels };
  const hard = { "requests.cpu": "10", "requests.memory": "20Gi", pods: "50" };
  new kubernetes.core.v1.ResourceQuota(name, { metadata: { ...metadata, name }, spec: { hard } }, inside);
  const policy = { podSelector: {}, policyTypes: ["Ingress", "Egress"] };
  new kubernetes.networking.v1.NetworkPolicy(name, { metadata: { ...metadata, name }, spec: policy }, inside);
  if (wanted.storage) {
    const resources = { requests: { storage: "20Gi" } };
    const claim = { accessModes: ["ReadWriteOnce"], storageClassName: "gp3", resources };
    new kubernetes.core.v1.PersistentVolumeClaim(
      `${name}-data`,
      { metadata: { ...metadata, name: "data" }, spec: claim },
      inside,
    );
  }
  const app = { app: name };
  const securityContext = {
    ...{ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, runAsNonRoot: true },
    ...{ capabilities: { drop: ["ALL"] }, seccompProfile: { type: "RuntimeDefault" } },
  };
  const probe = { httpGet: { path: "/healthz", port: 8080 } };
  const container = {
    ...{ name, image: wanted.image, securityContext, livenessProbe: probe, readinessProbe: probe },
    resources: { requests: { cpu: "100m", memory: "256Mi" }, limits: wanted.limits },
  };
  const spec = { automountServiceAccountToken: false, containers: [container], ...wanted.pod };
  new kubernetes.apps.v1.Deployment(
    name,
    {
      metadata: { ...metadata, name },
      spec: {
        replicas: wanted.replicas,
        selector: { matchLabels: app },
        template: { metadata: { labels: { ...labels, ...app } }, spec },
      },
    },
    inside,
  );
}
