import type { Quota } from "./quota";

const page = "https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html";
const eks = (code: string, name: string, value: number, adjustable = true): Quota => ({
  service: "eks",
  code,
  name,
  value,
  adjustable,
  source: page,
  date: "2026-11-24",
});

/**
 * Quotas of Amazon EKS, per Region unless the name says otherwise.
 *
 * Names and values are the page's. It links most codes; those of the two that are not adjustable come from listings of
 * `aws service-quotas list-service-quotas` in public repositories.
 */
export const eksQuotas = {
  clusters: eks("L-1194D53C", "Clusters", 100),
  controlPlaneSecurityGroups: eks("L-11427A54", "Control plane security groups per cluster", 4, false),
  fargateProfiles: eks("L-33415657", "Fargate profiles per cluster", 10),
  fargateSelectorLabels: eks("L-23414FF3", "Label pairs per Fargate profile selector", 5),
  nodeGroups: eks("L-6D54EA21", "Managed node groups per cluster", 30),
  nodesPerGroup: eks("L-BD136A63", "Nodes per managed node group", 450),
  publicAccessCidrs: eks("L-93A74D60", "Public endpoint access CIDR ranges per cluster", 40, false),
  fargateSelectors: eks("L-D78D8AF8", "Selectors per Fargate profile", 5),
  podIdentityAssociations: {
    ...eks("pod-identity-associations", "EKS Pod Identity associations per cluster", 5000, false),
    source: "https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html",
  },
};
