import { rdsAutoMinorUpgrade } from "../../../../policy-packs/reliability/rules/databases/rds-auto-minor-upgrade";
import { testRule } from "../../../support/rule";

const off = { set: { autoMinorVersionUpgrade: false } };
const member = "aws:rds/clusterInstance:ClusterInstance";
const replication = "aws:dms/replicationInstance:ReplicationInstance";
const broker = "aws:mq/broker:Broker";

testRule(rdsAutoMinorUpgrade, {
  bad: {
    "a database that stays as it is": off,
    "a member of a cluster that stays as it is": { of: member, ...off },
    "a replication instance that stays as it is": { of: replication, ...off },
    "a broker that stays as it is": { of: broker, ...off },
    "a broker left at its defaults": { of: broker, props: {} },
  },
  good: {
    "a database left at its defaults": { props: {} },
    "a member left at its defaults": { of: member, props: {} },
    "a replication instance left at its defaults": { of: replication, props: {} },
  },
  unknown: ["autoMinorVersionUpgrade"],
});
