import { resourceRule } from "../../../core/rule";
import { isSet } from "../../../core/unknown";

/** Kafka's clients and brokers speak TLS only. */
export const mskEncryptionInTransit = resourceRule({
  name: "msk-encryption-in-transit",
  title: "An MSK cluster takes TLS only, from clients and between its brokers.",
  severity: "high",
  types: ["aws:msk/cluster:Cluster"],
  controls: {
    soc2: ["CC6.7"],
    "iso27001-2022": ["A.8.12", "A.8.24"],
    "pci-4.0": ["2.2.7", "4.2.1", "8.3.2"],
  },
  remediationSteps: 'Set encryptionInfo.encryptionInTransit to { clientBroker: "TLS", inCluster: true }.',
  docs: {
    why: "Messages that are sent in the clear are read, and changed, by whoever is on the network.",
    good: {
      "aws:msk/cluster:Cluster": {
        encryptionInfo: { encryptionInTransit: { clientBroker: "TLS", inCluster: true } },
      },
    },
  },
  check({ props: cluster }, report) {
    // MSK encrypts by default, but without the block the provider leaves an existing cluster as it is.
    if (!isSet(cluster, "encryptionInfo")) {
      report("nothing says that traffic is encrypted: set encryptionInfo.encryptionInTransit");
      return;
    }
    // The defaults of what is left out in it are TLS and true
    // (docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-msk-cluster-encryptionintransit.html).
    const transit = cluster.encryptionInfo?.encryptionInTransit;
    if ((transit?.inCluster ?? true) !== true) {
      report("brokers speak in the clear: set encryptionInfo.encryptionInTransit.inCluster to true");
    }
    if ((transit?.clientBroker ?? "TLS") !== "TLS") {
      report("clients may speak in the clear: set encryptionInfo.encryptionInTransit.clientBroker to TLS");
    }
  },
});
