import { brokersNotPublic } from "../../../../policy-packs/security-baseline/rules/mq/brokers-not-public";
import { testRule } from "../../../support/rule";

const dms = "aws:dms/replicationInstance:ReplicationInstance";
const msk = "aws:msk/cluster:Cluster";
const neptune = "aws:neptune/clusterInstance:ClusterInstance";
const access = "brokerNodeGroupInfo.connectivityInfo.publicAccess";

testRule(brokersNotPublic, {
  bad: {
    "a public broker": { set: { publiclyAccessible: true } },
    "a public replication instance": { of: dms, set: { publiclyAccessible: true } },
    "a replication instance left at DMS's default": { of: dms, unset: ["publiclyAccessible"] },
    "a public Kafka cluster": { of: msk, set: { [`${access}.type`]: "SERVICE_PROVIDED_EIPS" } },
    "a public Neptune instance": { of: neptune, set: { publiclyAccessible: true } },
  },
  good: {
    "a broker left at the default": { props: {} },
    "a Kafka cluster left at the default": { of: msk, props: {} },
    "a Kafka cluster with nothing about public access": { of: msk, unset: [access] },
    "a Neptune instance left at the default": { of: neptune, props: {} },
  },
  unknown: ["publiclyAccessible"],
});
