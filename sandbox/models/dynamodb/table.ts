import { text } from "../../values";
import type { Model } from "../model";

/** What replaces a table and what it is called; of what DynamoDB refuses, nothing yet. */
export const table: Model = {
  type: "aws:dynamodb/table:Table",
  schema: "internal/service/dynamodb/table.go",
  tagged: true,
  autoName: { property: "name" },
  defaults: { billingMode: "PROVISIONED" },
  immutable: ["hashKey", "localSecondaryIndexes", "name", "rangeKey", "restoreSourceName"],
  id: ({ inputs }) => text(inputs, "name") ?? "",
  computed: { arn: ({ scope, id }) => scope.arn("dynamodb", `table/${id}`) },
};
