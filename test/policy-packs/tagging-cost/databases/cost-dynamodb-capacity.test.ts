import { costDynamodbCapacity } from "../../../../policy-packs/tagging-cost/rules/databases/cost-dynamodb-capacity";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const target = { type: "aws:appautoscaling/target:Target", name: "target" };

testRule(costDynamodbCapacity, {
  bad: {
    "provisioned without a target": { without: ["invoices-read"] },
    "provisioned by default": { of: "orders", unset: ["billingMode"] },
    "a target of another table": {
      of: "invoices",
      set: { name: "invoices" },
      without: ["invoices-read"],
      add: [{ ...target, props: { resourceId: "table/orders" } }],
    },
    "a target that is not known to be the table's": {
      without: ["invoices-read"],
      add: [{ ...target, props: { resourceId: unknown } }],
    },
  },
  good: {
    "a target by the table's name": {
      of: "invoices",
      set: { name: "invoices" },
      without: ["invoices-read"],
      add: [{ ...target, props: { resourceId: "table/invoices" } }],
    },
    "on demand": { without: ["invoices", "invoices-read"] },
  },
});
