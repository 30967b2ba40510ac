import { notPublic } from "../../../core/controls";
import { resourceRule } from "../../../core/rule";

/** Databases have no public address. */
export const rdsNotPublic = resourceRule({
  name: "rds-not-public",
  title: "An RDS instance is not reachable from the Internet.",
  severity: "critical",
  types: ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance"],
  controls: {
    "cis-aws-3.0": ["2.3.3"],
    "cis-aws-5.0": ["2.2.3"],
    "cis-aws-7.0": ["3.2.3"],
    soc2: ["CC6.2"],
    "nist-800-53-r5": notPublic.nist,
    "iso27001-2022": ["A.8.1"],
    "pci-4.0": notPublic.pci,
  },
  remediationSteps: "Set publiclyAccessible to false or leave it out, and reach the database from its VPC.",
  docs: {
    why: "A database with a public address is found by scanners within minutes, and one weak password or open security group gives it away.",
    good: {
      "aws:rds/instance:Instance": { publiclyAccessible: false },
      "aws:rds/clusterInstance:ClusterInstance": { publiclyAccessible: false },
    },
  },
  check({ props: instance }, report) {
    // The provider sends false where nothing is set.
    if (instance.publiclyAccessible === true) {
      report("the database gets a public address: set publiclyAccessible to false");
    }
  },
  remediate({ props: instance }) {
    if (instance.publiclyAccessible === true) instance.publiclyAccessible = false;
  },
});
