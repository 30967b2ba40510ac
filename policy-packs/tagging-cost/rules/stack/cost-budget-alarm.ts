import { z } from "zod";
import { type Report, type StackResource, type Typed, wholeStackRule } from "../../../core/rule";
import { isInStack } from "../../../core/stacks";
import { forEachKnown, isNonEmpty, someKnown } from "../../../core/unknown";

const budgetType = "aws:budgets/budget:Budget";

/** Somebody hears of it when an account costs more than was meant. */
export const costBudgetAlarm = wholeStackRule({
  name: "cost-budget-alarm",
  title: "The stack of an account declares a budget, and every budget tells somebody.",
  severity: "low",
  parameters: z.object({
    stacks: z
      .array(z.string())
      .default(["*-baseline", "*-account"])
      .describe("Names of the stacks that set up an account, with * for any characters."),
  }),
  controls: {},
  remediationSteps: "Add an aws.budgets.Budget with notifications to an e-mail address or an SNS topic.",
  docs: {
    why: "A loop that writes logs, or stolen credentials, cost thousands in days; a budget without notifications is read by nobody.",
    good: [
      {
        type: budgetType,
        name: "monthly",
        props: {
          budgetType: "COST",
          limitAmount: "1000",
          limitUnit: "USD",
          timeUnit: "MONTHLY",
          notifications: [
            {
              comparisonOperator: "GREATER_THAN",
              notificationType: "FORECASTED",
              threshold: 100,
              thresholdType: "PERCENTAGE",
              subscriberEmailAddresses: ["platform-team@example.com"],
            },
          ],
        },
      },
    ],
  },
  check(stack, report, { stacks }) {
    const budgets = stack.ofType(budgetType);
    if (budgets.length === 0 && stack.all.some(({ urn }) => isInStack(urn, stacks))) {
      report("the stack of the account has no budget: add an aws.budgets.Budget with notifications");
    }
    forEachKnown(budgets, (budget) => checkBudget(budget, report));
  },
});

function checkBudget({ name, props }: Typed<StackResource, typeof budgetType>, report: Report): void {
  const tells = someKnown(
    props.notifications,
    (one) => isNonEmpty(one, "subscriberEmailAddresses") || isNonEmpty(one, "subscriberSnsTopicArns"),
  );
  if (!tells) report(`the budget ${name} tells nobody: set notifications with subscribers`);
}
