import { rdsMultiAz } from "../../../../policy-packs/reliability/rules/databases/rds-multi-az";
import { testRule } from "../../../support/rule";

const cluster = "aws:rds/cluster:Cluster";
const elsewhere = { configuration: { stacks: ["prod-*"] } };

testRule(rdsMultiAz, {
  bad: {
    "an instance left at RDS's default": { unset: ["multiAz"] },
    "an instance in one zone": { set: { multiAz: false } },
    "a cluster in one zone": { of: cluster, set: { availabilityZones: ["eu-west-1a"] } },
    "an instance in a stack that it is asked of": { unset: ["multiAz"], configuration: { stacks: ["t*"] } },
  },
  good: {
    "a read replica": { props: { replicateSourceDb: "orders" } },
    "a cluster that RDS spreads": { of: cluster, props: {} },
    "a cluster in two zones": { of: cluster, set: { availabilityZones: ["eu-west-1a", "eu-west-1b"] } },
    "an instance of another stack": { unset: ["multiAz"], ...elsewhere },
    "a cluster of another stack": { of: cluster, set: { availabilityZones: ["eu-west-1a"] }, ...elsewhere },
  },
  unknown: ["multiAz"],
});
