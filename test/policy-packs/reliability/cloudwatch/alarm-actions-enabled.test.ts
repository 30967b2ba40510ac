import { alarmActionsEnabled } from "../../../../policy-packs/reliability/rules/cloudwatch/alarm-actions-enabled";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(alarmActionsEnabled, {
  bad: {
    "an alarm that is off": { set: { actionsEnabled: false } },
    "an alarm that tells nobody": { unset: ["alarmActions"] },
    "an empty list": { set: { alarmActions: [] } },
    "an alarm that tells of its end only": {
      unset: ["alarmActions"],
      set: { okActions: ["arn:aws:sns:eu-west-1:1:t"] },
    },
  },
  // Whom to tell, nobody has said.
  notRemediated: ["an alarm that tells nobody", "an empty list", "an alarm that tells of its end only"],
  good: {
    "what CloudWatch does": { unset: ["actionsEnabled"] },
    "a topic that is not known yet": { set: { alarmActions: [unknown] } },
    "an alarm that another one watches": { props: {}, configuration: { exempt: ["example"] } },
  },
  unknown: ["actionsEnabled"],
});
