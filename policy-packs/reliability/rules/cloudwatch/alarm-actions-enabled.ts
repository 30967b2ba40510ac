import { z } from "zod";
import { resourceRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

/** Alarms tell somebody. */
export const alarmActionsEnabled = resourceRule({
  name: "alarm-actions-enabled",
  title: "An alarm of CloudWatch does something when it goes off.",
  severity: "low",
  types: ["aws:cloudwatch/metricAlarm:MetricAlarm"],
  parameters: z.object({
    exempt: z.array(z.string()).default([]).describe("Names of resources of alarms that a composite alarm watches"),
  }),
  controls: {},
  remediationSteps:
    "Set alarmActions to the ARN of a topic that somebody reads, and actionsEnabled to true or leave it out.",
  docs: {
    why: "An alarm that tells nobody is found in the console after the customers have called.",
    good: {
      "aws:cloudwatch/metricAlarm:MetricAlarm": {
        alarmActions: ["arn:aws:sns:eu-west-1:111122223333:on-call"],
        actionsEnabled: true,
      },
    },
  },
  check({ name, props: alarm }, report, { exempt }) {
    if (exempt.includes(name)) return;
    if (!isNonEmpty(alarm, "alarmActions")) report("nobody is told of the alarm: set alarmActions");
    // True is the provider's default (internal/service/cloudwatch/metric_alarm.go).
    if (alarm.actionsEnabled === false) report("the alarm's actions are off: set actionsEnabled to true");
  },
  remediate({ name, props: alarm }, { exempt }) {
    if (!exempt.includes(name) && alarm.actionsEnabled === false) alarm.actionsEnabled = true;
  },
});
