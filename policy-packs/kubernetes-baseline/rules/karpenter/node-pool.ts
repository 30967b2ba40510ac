/** Pools of nodes of Karpenter, which EKS Auto Mode has as well, under both versions of its API. */
export const nodePoolTypes = ["kubernetes:karpenter.sh/v1:NodePool", "kubernetes:karpenter.sh/v1beta1:NodePool"];

/** A pool that passes. */
export const exampleNodePool = {
  type: "kubernetes:karpenter.sh/v1:NodePool",
  name: "general",
  props: {
    spec: {
      limits: { cpu: "200", memory: "800Gi" },
      template: {
        spec: {
          expireAfter: "720h",
          nodeClassRef: { group: "karpenter.k8s.aws", kind: "EC2NodeClass", name: "general" },
        },
      },
    },
  },
};
