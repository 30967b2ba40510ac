import { costLogRetentionMax } from "../../../../policy-packs/tagging-cost/rules/logs/cost-log-retention-max";
import { testRule } from "../../../support/rule";

testRule(costLogRetentionMax, {
  bad: {
    "for ever": { unset: ["retentionInDays"] },
    "for ever by zero": { set: { retentionInDays: 0 } },
    "ten years": { set: { retentionInDays: 3653 } },
    "longer than is configured": { configuration: { maxDays: 30 } },
  },
  good: {
    "the longest time": { set: { retentionInDays: 400 } },
    "as long as is configured": { set: { retentionInDays: 30 }, configuration: { maxDays: 30 } },
  },
  unknown: ["retentionInDays"],
});
