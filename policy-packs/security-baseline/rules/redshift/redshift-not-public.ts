import { notPublic } from "../../../core/controls";
import { resourceRule } from "../../../core/rule";

/** Redshift is reached from its VPC only. */
export const redshiftNotPublic = resourceRule({
  name: "redshift-not-public",
  title: "A Redshift cluster is not reachable from the Internet.",
  severity: "critical",
  types: ["aws:redshift/cluster:Cluster"],
  controls: {
    "nist-800-53-r5": notPublic.nist,
    "iso27001-2022": ["A.8.1"],
    "pci-4.0": notPublic.pci,
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
