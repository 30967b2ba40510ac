import { dbDeletionProtection } from "../../../../policy-packs/reliability/rules/databases/db-deletion-protection";
import { testRule } from "../../../support/rule";

const clusters = ["rds", "docdb", "neptune"].map((service) => `aws:${service}/cluster:Cluster`);
const table = "aws:dynamodb/table:Table";
const userPool = "aws:cognito/userPool:UserPool";
const open = Object.fromEntries(
  clusters.flatMap((of) => [
    [`${of} left at its default`, { of, unset: ["deletionProtection"] }],
    [`${of} without protection`, { of, set: { deletionProtection: false } }],
  ]),
);

testRule(dbDeletionProtection, {
  bad: {
    "an instance left at RDS's default": { unset: ["deletionProtection"] },
    "an instance without protection": { set: { deletionProtection: false } },
    ...open,
    "a table left at DynamoDB's default": { of: table, props: {} },
    "a table without protection": { of: table, set: { deletionProtectionEnabled: false } },
    "a table with the property of RDS": { of: table, props: { deletionProtection: true } },
    "a user pool left at Cognito's default": { of: userPool, props: {} },
    "a user pool without protection": { of: userPool, set: { deletionProtection: "INACTIVE" } },
    "one in a stack that it is asked of": { unset: ["deletionProtection"], configuration: { stacks: ["dev", "test"] } },
  },
  good: {
    "an instance of another stack": { unset: ["deletionProtection"], configuration: { stacks: ["prod"] } },
    "a table of another stack": { of: table, props: {}, configuration: { stacks: ["prod"] } },
  },
  unknown: ["deletionProtection"],
});
