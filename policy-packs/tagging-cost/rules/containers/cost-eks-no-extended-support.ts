import { resourceRule } from "../../../core/rule";

/** No cluster slips into costing six times as much. */
export const costEksNoExtendedSupport = resourceRule({
  name: "cost-eks-no-extended-support",
  title: "An EKS cluster is upgraded at the end of standard support, instead of paying for more.",
  severity: "medium",
  types: ["aws:eks/cluster:Cluster"],
  controls: {},
  remediationSteps: "Set upgradePolicy.supportType to STANDARD.",
  docs: {
    why: "A version lasts 14 months; then a cluster costs 0.60 instead of 0.10 USD an hour, 438 instead of 73 USD a month, and nothing says so but the bill.",
    component: "Cluster sets it.",
    good: { "aws:eks/cluster:Cluster": { upgradePolicy: { supportType: "STANDARD" } } },
  },
  check({ props: { upgradePolicy } }, report) {
    // EXTENDED is the default: docs.aws.amazon.com/eks/latest/APIReference/API_UpgradePolicyRequest.html
    if (upgradePolicy?.supportType !== "STANDARD") {
      report(
        "the cluster goes on in extended support, at six times the price: set upgradePolicy.supportType to STANDARD",
      );
    }
  },
  remediate({ props }) {
    if (props.upgradePolicy) props.upgradePolicy.supportType = "STANDARD";
    else props.upgradePolicy = { supportType: "STANDARD" };
  },
});
