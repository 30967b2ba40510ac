import { expect, it } from "vitest";
import { stackType } from "../../../../policy-packs/core/rule";
import { costBudgetAlarm } from "../../../../policy-packs/tagging-cost/rules/stack/cost-budget-alarm";
import { judgeStack, unknown, urnOf } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const of = "monthly";

testRule(costBudgetAlarm, {
  bad: {
    "no budget for an account": { without: [of], configuration: { stacks: ["test"] } },
    "a budget without notifications": { of, unset: ["notifications"] },
    "a budget with an empty list": { of, set: { notifications: [] } },
    "a notification of nobody": { of, unset: ["notifications.0.subscriberEmailAddresses"] },
    "a second budget": { add: [{ type: "aws:budgets/budget:Budget", name: "more", props: {} }] },
  },
  good: {
    "no budget for another stack": { without: [of] },
    "a budget for an account": { configuration: { stacks: ["test"] } },
    "a topic": {
      of,
      unset: ["notifications.0.subscriberEmailAddresses"],
      set: { "notifications.0.subscriberSnsTopicArns": unknown },
    },
  },
});

it("says of the stack what no resource of it is to blame for, once", async () => {
  const stack = { type: stackType, name: "foundation-test", props: {} };
  const budgets = ["a", "b"].map((name) => ({ type: "aws:budgets/budget:Budget", name, props: {} }));
  const { violations } = await judgeStack([costBudgetAlarm], [...budgets, stack]);
  expect(violations.map(({ urn, message }) => ({ urn, message }))).toEqual(
    ["a", "b"].map((name) => ({
      urn: urnOf(stack),
      message: `the budget ${name} tells nobody: set notifications with subscribers`,
    })),
  );
});
