import { kmsDeletionWindow } from "../../../../policy-packs/security-baseline/rules/kms/kms-deletion-window";
import { testRule } from "../../../support/rule";

testRule(kmsDeletionWindow, {
  bad: {
    "the least that AWS takes": { set: { deletionWindowInDays: 7 } },
    "a day too few": { set: { deletionWindowInDays: 9 } },
    "more than AWS takes": { set: { deletionWindowInDays: 31 } },
    "fewer than a platform team asks for": {
      set: { deletionWindowInDays: 14 },
      configuration: { minimumDays: 30 },
    },
  },
  good: {
    "what AWS does": { props: {} },
    "ten days": { set: { deletionWindowInDays: 10 } },
    "as few as a platform team allows": { set: { deletionWindowInDays: 7 }, configuration: { minimumDays: 7 } },
  },
  unknown: ["deletionWindowInDays"],
});
