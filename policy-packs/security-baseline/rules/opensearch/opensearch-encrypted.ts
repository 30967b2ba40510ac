import { resourceRule } from "../../../core/rule";

/** OpenSearch encrypts what it stores and what its nodes send each other. */
export const opensearchEncrypted = resourceRule({
  name: "opensearch-encrypted",
  title: "An OpenSearch domain is encrypted at rest and between its nodes.",
  severity: "high",
  types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
  controls: {
    "nist-800-53-r5": [
      ...["AU-9(3)", "CP-9", "SC-8(3)", "SC-8(4)", "SC-13", "SC-28(1)", "SI-19(4)", "AC-4", "AC-4(22)"],
      ...["AC-24(1)", "CA-9", "PM-17", "SC-7(4)", "SC-8", "SC-8(1)", "SC-8(2)", "SC-8(5)", "SC-23"],
      ...["SI-1"],
    ],
    "iso27001-2022": ["A.8.11", "A.8.24", "A.8.12"],
    "pci-4.0": ["3.5.1", "8.3.2", "1.2.5", "2.2.5", "2.2.7", "4.2.1"],
  },
  remediationSteps: "Set encryptAtRest.enabled and nodeToNodeEncryption.enabled to true; neither can be taken back.",
  docs: {
    why: "Search indexes are copies of the data they search: whoever reads a disk, a snapshot or the network between nodes reads them.",
    good: {
      "aws:opensearch/domain:Domain": { encryptAtRest: { enabled: true }, nodeToNodeEncryption: { enabled: true } },
      "aws:elasticsearch/domain:Domain": { encryptAtRest: { enabled: true }, nodeToNodeEncryption: { enabled: true } },
    },
  },
  check({ props: domain }, report) {
    if (domain.encryptAtRest?.enabled !== true) {
      report("the indexes are not encrypted at rest: set encryptAtRest.enabled to true");
    }
    if (domain.nodeToNodeEncryption?.enabled !== true) {
      report("traffic between nodes is not encrypted: set nodeToNodeEncryption.enabled to true");
    }
  },
});
