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
    "nist-800-53-r5": [
      ...["AC-2(6)", "AC-3", "AC-3(7)", "AC-4(21)", "AC-6", "AC-17", "AC-17(1)", "AC-17(4)", "AC-17(9)"],
      ...["AC-17(10)", "MP-2", "SC-7(3)", "SC-7(7)", "SC-7(9)", "SC-7(11)", "SC-7(12)"],
      ...["SC-7(16)", "SC-7(20)", "SC-7(21)", "SC-7(24)", "SC-7(25)", "SC-7(26)", "SC-7(27)", "SC-7(28)"],
      ...["SC-7", "SC-25"],
    ],
    "iso27001-2022": ["A.8.1"],
    "pci-4.0": [...["1.2.8", "1.3.1", "1.3.2", "1.4.2", "1.5.1", "10.3.2", "3.5.1", "A1.1.2", "A1.1.3", "A3.4.1"]],
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
