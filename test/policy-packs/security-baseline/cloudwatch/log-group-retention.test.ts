import { logGroupRetention } from "../../../../policy-packs/security-baseline/rules/cloudwatch/log-group-retention";
import { testRule } from "../../../support/rule";

testRule(logGroupRetention, {
  bad: {
    "a log group left at its default": { props: {} },
    "events that stay forever": { set: { retentionInDays: 0 } },
    "events that are gone in days": { set: { retentionInDays: 5 } },
    "less than the platform asks for": { configuration: { min: 365 } },
    "more than the platform allows": { configuration: { max: 60 } },
    "forever, where the platform asks for more than a month": { props: {}, configuration: { min: 100, max: 365 } },
  },
  notRemediated: ["more than the platform allows"],
  good: {
    "the shortest": { set: { retentionInDays: 30 } },
    "the longest": { set: { retentionInDays: 3653 } },
    "what the platform asks for": { set: { retentionInDays: 365 }, configuration: { min: 365, max: 365 } },
    "a log group for delivery, which keeps events for two days": { props: { logGroupClass: "DELIVERY" } },
  },
  unknown: ["retentionInDays"],
});
