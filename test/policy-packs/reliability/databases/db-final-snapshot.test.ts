import { dbFinalSnapshot } from "../../../../policy-packs/reliability/rules/databases/db-final-snapshot";
import { testRule } from "../../../support/rule";

const types = ["rds", "docdb", "neptune", "redshift"].map((service) => `aws:${service}/cluster:Cluster`);
const skipped = Object.fromEntries(types.map((of) => [`${of} without one`, { of, set: { skipFinalSnapshot: true } }]));

testRule(dbFinalSnapshot, {
  bad: {
    "an instance without one": { set: { skipFinalSnapshot: true } },
    ...skipped,
    "one in a stack that it is asked of": { set: { skipFinalSnapshot: true }, configuration: { stacks: ["test"] } },
  },
  good: {
    "an instance left at the provider's default": { unset: ["skipFinalSnapshot"] },
    "a read replica": { props: { replicateSourceDb: "orders", skipFinalSnapshot: true } },
    "an instance of another stack": { set: { skipFinalSnapshot: true }, configuration: { stacks: ["prod"] } },
  },
  unknown: ["skipFinalSnapshot"],
});
