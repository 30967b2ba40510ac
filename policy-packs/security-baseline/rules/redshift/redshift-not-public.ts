import { resourceRule } from "../../../core/rule";

/** Redshift is reached from its VPC only. */
export const redshiftNotPublic = resourceRule({
  name: "redshift-not-public",
  title: "A Redshift cluster is not reachable from the Internet.",
  severity: "critical",
  types: ["aws:redshift/cluster:Cluster"],
  controls: {
    "nist-800-53-r5": [
      ...["AC-2(6)", "AC-3", "AC-3(7)", "AC-4(21)", "AC-6", "AC-17", "AC-17(1)", "AC-17(4)", "AC-17(9)"],
      ...["AC-17(10)", "MP-2", "SC-7(3)", "SC-7(7)", "SC-7(9)", "SC-7(11)", "SC-7(12)"],
      ...["SC-7(16)", "SC-7(20)", "SC-7(21)", "SC-7(24)", "SC-7(25)", "SC-7(26)", "SC-7(27)", "SC-7(28)"],
      ...["SC-7", "SC-25"],
    ],
    "iso27001-2022": ["A.8.1"],
    "pci-4.0": [...["1.2.8", "1.3.1", "1.3.2", "1.4.2", "1.5.1", "10.3.2", "3.5.1", "A1.1.2", "A1.1.3", "A3.4.1"]],
  },
  remediationSteps: "Set publiclyAccessible to false, and reach the cluster from its VPC.",
  docs: {
    why: "A warehouse with a public address is one weak password or open security group away from giving everything away.",
    good: { "aws:redshift/cluster:Cluster": { publiclyAccessible: false } },
  },
  check({ props: cluster }, report) {
    // True is the provider's default before version 7, which a policy does not see.
    if (cluster.publiclyAccessible !== false) {
      report("the cluster may get a public address: set publiclyAccessible to false");
    }
  },
  remediate({ props: cluster }) {
    if (cluster.publiclyAccessible !== false) cluster.publiclyAccessible = false;
  },
});
