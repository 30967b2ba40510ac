import { costOneManagementTrail } from "../../../../policy-packs/tagging-cost/rules/logs/cost-one-management-trail";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const trail = (props: object) => ({ type: "aws:cloudtrail/trail:Trail", name: "more", props });
const advanced = (category: string) =>
  trail({ advancedEventSelectors: [{ fieldSelectors: [{ field: "eventCategory", equals: [category] }] }] });

testRule(costOneManagementTrail, {
  bad: {
    "a second trail": { add: [trail({})] },
    "one with a selector": { add: [trail({ eventSelectors: [{ readWriteType: "WriteOnly" }] })] },
    "one with an advanced selector": { add: [advanced("Management")] },
  },
  good: {
    "one for data events only": { add: [trail({ eventSelectors: [{ includeManagementEvents: false }] })] },
    "one for data events only, by advanced selectors": { add: [advanced("Data")] },
    "none for management events": { without: ["organization"], add: [advanced("Data")] },
  },
});

testRule(
  { ...costOneManagementTrail, name: "cost-one-management-trail of what is not known" },
  {
    bad: { "beside an unknown one": { add: [trail({ eventSelectors: unknown }), { ...trail({}), name: "third" }] } },
  },
);
