import { secretsRotation } from "../../../../policy-packs/security-baseline/rules/secretsmanager/secrets-rotation";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const secret = { type: "aws:secretsmanager/secret:Secret", name: "second", props: { id: "second" } };
const rotationOf = (id: string) => ({
  type: "aws:secretsmanager/secretRotation:SecretRotation",
  name: "other",
  props: { secretId: id, rotationRules: { automaticallyAfterDays: 90 } },
});
const every = (scheduleExpression: string) => ({ of: "rotation", set: { rotationRules: { scheduleExpression } } });

testRule(secretsRotation, {
  bad: {
    "a secret without a rotation": { without: ["rotation"] },
    "a second secret without a rotation": { add: [secret] },
    "a rotation of another secret": { without: ["rotation"], add: [rotationOf("third")] },
    "a rotation every 91 days": { of: "rotation", set: { "rotationRules.automaticallyAfterDays": 91 } },
    "a rotation every 180 days by a rate": every("rate(180 days)"),
    "a rotation every 2200 hours": every("rate(2200 hours)"),
    "a rotation that does not say when": { of: "rotation", unset: ["rotationRules"] },
    "a rotation every year by a calendar": every("cron(0 12 1 1 ? *)"),
    "a rotation every four months": every("cron(0 12 1 1/4 ? *)"),
    "a rotation in spring only": every("cron(0 12 1 MAR-MAY ? *)"),
    "a rotation in a month that there is not": every("cron(0 12 1 X ? *)"),
    "a schedule that is none": every("monthly"),
    "more days than a team allows": { configuration: { maximumDays: 29 } },
  },
  good: {
    "a rotation every 90 days": { of: "rotation", set: { "rotationRules.automaticallyAfterDays": 90 } },
    "a rotation by its id": { add: [secret, rotationOf("second")] },
    "a rotation every 90 days by a rate": every("rate(90 days)"),
    "a rotation every day": every("rate(1 day)"),
    "a rotation every 4 hours": every("rate(4 hours)"),
    "a rotation every month": every("cron(0 12 1 * ? *)"),
    "a rotation every Sunday": every("cron(0 12 ? * SUN *)"),
    "a rotation every two months": every("cron(0 12 1 */2 ? *)"),
    "a rotation in every other month": every("cron(0 12 1 FEB,4,6,8,10,DEC ? *)"),
    "more days that a team allows": {
      of: "rotation",
      set: { "rotationRules.automaticallyAfterDays": 180 },
      configuration: { maximumDays: 180 },
    },
    "a rotation behind one of an unknown secret": { add: [rotationOf(unknown)] },
  },
});
