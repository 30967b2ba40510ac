import { guarddutyEnabled } from "../../../../policy-packs/security-baseline/rules/guardduty/guardduty-enabled";
import { testRule } from "../../../support/rule";

testRule(guarddutyEnabled, {
  bad: { "a detector that is off": { set: { enable: false } } },
  good: { "the provider's default": { props: {} } },
  unknown: ["enable"],
});
