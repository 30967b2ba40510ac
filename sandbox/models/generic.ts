import type { Model } from "./model";

/** How a type is treated that has no model of its own: inputs in, id and ARN out; everything can be updated. */
export function genericModel(type: string): Model {
  const [, path = ""] = type.split(":");
  const [service = "", name = ""] = path.split("/");
  return {
    type,
    tagged: true,
    // The SDK does not say what replaces a resource.
    immutable: [],
    id: ({ digits }) => `${name}-${digits.slice(0, 17)}`,
    computed: { arn: ({ scope, id }) => scope.arn(service, `${name}/${id}`) },
  };
}
