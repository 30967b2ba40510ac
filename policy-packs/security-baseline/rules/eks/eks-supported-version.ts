import { endOfStandardSupport, isSupportedVersion } from "../../../../components/cluster/kubernetes-versions";
import { resourceRule } from "../../../core/rule";

const newest = Object.keys(endOfStandardSupport).at(-1);

/** EKS clusters and node groups run a Kubernetes version that AWS supports without extra charge. */
export const eksSupportedVersion = resourceRule({
  name: "eks-supported-version",
  title: "An EKS cluster or node group runs a Kubernetes version under standard support.",
  severity: "high",
  types: ["aws:eks/cluster:Cluster", "aws:eks/nodeGroup:NodeGroup"],
  controls: { "pci-4.0": ["6.3.3"] },
  remediationSteps:
    "Set version to one under standard support, one minor version at a time: first the cluster, then its node groups.",
  docs: {
    why: "Outside standard support a cluster costs six times as much, and in the end AWS upgrades it on a day of its own choosing.",
    component: "Cluster takes supported versions only.",
    good: {
      "aws:eks/cluster:Cluster": { version: newest },
      "aws:eks/nodeGroup:NodeGroup": { version: newest },
    },
  },
  check({ props: { version } }, report) {
    // EKS gives a cluster without a version the newest one, and a node group its cluster's.
    if (version === undefined || version === null || isSupportedVersion(version)) return;
    const supported = Object.keys(endOfStandardSupport).join(", ");
    report(`the Kubernetes version is not under standard support: set version to one of ${supported}`);
  },
});
