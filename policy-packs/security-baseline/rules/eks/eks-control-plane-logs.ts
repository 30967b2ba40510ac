import { resourceRule } from "../../../core/rule";

const logTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

/** EKS clusters send all five logs of their control plane to CloudWatch. */
export const eksControlPlaneLogs = resourceRule({
  name: "eks-control-plane-logs",
  title: "An EKS cluster logs all five components of its control plane.",
  severity: "medium",
  types: ["aws:eks/cluster:Cluster"],
  controls: {
    "iso27001-2022": ["A.8.15"],
    "pci-4.0": ["10.2.1", "10.2.2", "10.3.1", "10.6.3", "5.3.4", "A1.2.1"],
  },
  remediationSteps: `Set enabledClusterLogTypes to ${logTypes.join(", ")}.`,
  docs: {
    why: "Without these logs nobody can tell who did what in a cluster, before or after an incident; EKS keeps none by default.",
    component: "Cluster sends all five.",
    good: { "aws:eks/cluster:Cluster": { enabledClusterLogTypes: logTypes } },
  },
  check(cluster, report) {
    const enabled = cluster.props.enabledClusterLogTypes ?? [];
    const missing = logTypes.filter((type) => !enabled.includes(type));
    if (missing.length > 0) report(`control plane logs are off: add ${missing.join(", ")} to enabledClusterLogTypes`);
  },
});
