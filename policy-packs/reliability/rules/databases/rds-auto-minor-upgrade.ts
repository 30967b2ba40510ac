import { resourceRule } from "../../../core/rule";

const broker = "aws:mq/broker:Broker";

interface Upgraded {
  readonly autoMinorVersionUpgrade?: boolean;
}

/** Databases and brokers get their patches. */
export const rdsAutoMinorUpgrade = resourceRule({
  name: "rds-auto-minor-upgrade",
  title: "Databases, replication instances and brokers take minor versions by themselves.",
  severity: "low",
  types: [
    "aws:rds/instance:Instance",
    "aws:rds/clusterInstance:ClusterInstance",
    "aws:dms/replicationInstance:ReplicationInstance",
    broker,
  ],
  controls: {
    "cis-aws-3.0": ["2.3.2"],
    "cis-aws-5.0": ["2.2.2"],
    "cis-aws-7.0": ["3.2.2"],
    "pci-4.0": ["6.3.3"],
  },
  remediationSteps: "Set autoMinorVersionUpgrade to true, and the maintenance window to a time that suits.",
  docs: {
    why: "Security fixes come as minor versions, and what nobody upgrades is upgraded by AWS in the end, all at once.",
    good: {
      "aws:rds/instance:Instance": { autoMinorVersionUpgrade: true },
      "aws:rds/clusterInstance:ClusterInstance": { autoMinorVersionUpgrade: true },
      "aws:dms/replicationInstance:ReplicationInstance": { autoMinorVersionUpgrade: true },
      [broker]: { autoMinorVersionUpgrade: true },
    },
  },
  check({ type, props }, report) {
    if (!isUpgraded(type, props)) report("fixes do not come by themselves: set autoMinorVersionUpgrade to true");
  },
  remediate({ type, props }) {
    if (!isUpgraded(type, props)) props.autoMinorVersionUpgrade = true;
  },
});

/** On where nothing is said, but for brokers (internal/service/rds/instance.go, internal/service/mq/broker.go). */
const isUpgraded = (type: string, { autoMinorVersionUpgrade: upgrade }: Upgraded): boolean =>
  type === broker ? upgrade === true : upgrade !== false;
