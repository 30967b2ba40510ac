import { type StackResource, stackRule, type Typed } from "../../../core/rule";
import { ifKnown } from "../../../core/unknown";

const tableType = "aws:dynamodb/table:Table";
const targetType = "aws:appautoscaling/target:Target";

/** A table does not pay for capacity that nobody uses. */
export const costDynamodbCapacity = stackRule({
  name: "cost-dynamodb-capacity",
  title: "A DynamoDB table is on demand, or its provisioned capacity follows the load.",
  severity: "low",
  types: [tableType],
  controls: {},
  remediationSteps:
    "Set billingMode to PAY_PER_REQUEST, or add an aws.appautoscaling.Target and Policy for the table's capacity.",
  docs: {
    why: "Provisioned capacity is paid for day and night, whether there are requests or not.",
    good: [
      { type: tableType, name: "orders", props: { hashKey: "id", billingMode: "PAY_PER_REQUEST" } },
      { type: tableType, name: "invoices", props: { hashKey: "id", billingMode: "PROVISIONED", readCapacity: 5 } },
      {
        type: targetType,
        name: "invoices-read",
        props: { serviceNamespace: "dynamodb", scalableDimension: "dynamodb:table:ReadCapacityUnits", maxCapacity: 50 },
        dependsOn: { resourceId: ["invoices"] },
      },
    ],
  },
  check(table, report, stack) {
    // PROVISIONED is the default: docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html
    if ((table.props.billingMode ?? "PROVISIONED") !== "PROVISIONED") return;
    if (!stack.ofType(targetType).some((target) => isFor(target, table))) {
      report("the capacity is fixed: set billingMode to PAY_PER_REQUEST, or let it follow the load");
    }
  },
});

function isFor(
  target: Typed<StackResource, typeof targetType>,
  table: Typed<StackResource, typeof tableType>,
): boolean {
  if (target.propertyDependencies.resourceId?.some(({ urn }) => urn === table.urn)) return true;
  const [id, name] = [ifKnown(() => target.props.resourceId), ifKnown(() => table.props.name)];
  return name !== undefined && id === `table/${name}`;
}
