import { lbDeletionProtection } from "../../../../policy-packs/reliability/rules/lb/lb-deletion-protection";
import { testRule } from "../../../support/rule";

const alb = "aws:alb/loadBalancer:LoadBalancer";

testRule(lbDeletionProtection, {
  bad: {
    "one left at the default": { unset: ["enableDeletionProtection"] },
    "one without": { set: { enableDeletionProtection: false } },
    "one under its other name": { of: alb, set: { enableDeletionProtection: false } },
    "one under its other name left at the default": { of: alb, props: {} },
  },
  good: { "one of another stack": { props: {}, configuration: { stacks: ["prod"] } } },
  unknown: ["enableDeletionProtection"],
});
