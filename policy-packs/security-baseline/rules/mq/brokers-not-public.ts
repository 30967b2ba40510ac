import { notPublic } from "../../../core/controls";
import { type Report, resourceRule } from "../../../core/rule";

/** Brokers, replication instances and graph databases have no public address. */
export const brokersNotPublic = resourceRule({
  name: "brokers-not-public",
  title: "An MQ broker, MSK cluster, DMS replication instance or Neptune instance is not reachable from the Internet.",
  severity: "critical",
  types: [
    "aws:mq/broker:Broker",
    "aws:dms/replicationInstance:ReplicationInstance",
    "aws:msk/cluster:Cluster",
    "aws:neptune/clusterInstance:ClusterInstance",
  ],
  controls: {
    "pci-4.0": notPublic.pci,
  },
  remediationSteps:
    "Set publiclyAccessible to false, for MSK brokerNodeGroupInfo.connectivityInfo.publicAccess.type to DISABLED, and reach it from its VPC.",
  docs: {
    why: "What moves a company's data has accounts for all of it: with a public address, one guessed password reads every message.",
    good: {
      "aws:mq/broker:Broker": { publiclyAccessible: false },
      "aws:dms/replicationInstance:ReplicationInstance": { publiclyAccessible: false },
      "aws:msk/cluster:Cluster": {
        brokerNodeGroupInfo: { connectivityInfo: { publicAccess: { type: "DISABLED" } } },
      },
      "aws:neptune/clusterInstance:ClusterInstance": { publiclyAccessible: false },
    },
  },
  check(resource, report) {
    switch (resource.type) {
      case "aws:msk/cluster:Cluster":
        return checkCluster(resource.props.brokerNodeGroupInfo?.connectivityInfo?.publicAccess?.type, report);
      case "aws:dms/replicationInstance:ReplicationInstance":
        // DMS's default is a public address
        // (docs.aws.amazon.com/dms/latest/APIReference/API_CreateReplicationInstance.html).
        return checkAddress(resource.props.publiclyAccessible ?? true, report);
      default:
        return checkAddress(resource.props.publiclyAccessible ?? false, report);
    }
  },
});

function checkAddress(isPublic: boolean, report: Report): undefined {
  if (isPublic) report("it gets a public address: set publiclyAccessible to false");
}

function checkCluster(access: string | undefined, report: Report): undefined {
  if ((access ?? "DISABLED") !== "DISABLED") {
    report("the brokers get public addresses: set brokerNodeGroupInfo.connectivityInfo.publicAccess.type to DISABLED");
  }
}
