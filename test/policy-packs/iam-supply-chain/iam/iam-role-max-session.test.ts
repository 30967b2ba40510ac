import { iamRoleMaxSession } from "../../../../policy-packs/iam-supply-chain/rules/iam/iam-role-max-session";
import { testRule } from "../../../support/rule";

const set = "aws:ssoadmin/permissionSet:PermissionSet";

testRule(iamRoleMaxSession, {
  bad: {
    "a role for twelve hours": { set: { maxSessionDuration: 43200 } },
    "a role for a second too long": { set: { maxSessionDuration: 3601 } },
    "two hours": { of: set, set: { sessionDuration: "PT2H" } },
    "an hour and a half": { of: set, set: { sessionDuration: "PT1H30M" } },
    "ninety minutes": { of: set, set: { sessionDuration: "PT90M" } },
    "a day": { of: set, set: { sessionDuration: "P1D" } },
    "more than a platform team allows": {
      set: { maxSessionDuration: 18000 },
      configuration: { maximumHours: 4 },
    },
  },
  good: {
    "what AWS does with a role": { props: {} },
    "what AWS does with a permission set": { of: set, props: {} },
    "sixty minutes": { of: set, set: { sessionDuration: "PT60M" } },
    "as long as a platform team allows": {
      of: set,
      set: { sessionDuration: "PT4H" },
      configuration: { maximumHours: 4 },
    },
  },
  unknown: ["maxSessionDuration"],
});
