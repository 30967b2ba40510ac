import type { ResourceShape } from "../shapes/shape";
import type { Model } from "./model";

/**
 * How a type is treated that has no model of its own: by what the SDK declares of it, and no more. Its inputs come out
 * again with an id, and with a name, an ARN and all tags where it has such outputs; what else AWS fills in stays absent.
 */
export function genericModel(type: string, shape: ResourceShape | undefined): Model {
  const [, path = ""] = type.split(":");
  const [service = "", name = ""] = path.split("/");
  const has = (output: string) => shape?.outputs.includes(output) === true;
  return {
    type,
    // Since version 7 of the provider, what is in a region has that region as an input.
    global: shape?.properties.region === undefined,
    ...(isNamed(shape) && { autoName: { property: "name" } }),
    tagged: has("tagsAll"),
    // The SDK does not say what replaces a resource.
    immutable: [],
    id: ({ digits }) => `${name}-${digits.slice(0, 17)}`,
    computed: has("arn") ? { arn: ({ scope, id }) => scope.arn(service, `${name}/${id}`) } : {},
  };
}

/** The bridge names what has an input `name` of text (pulumi-terraform-bridge, pkg/tfbridge/info/autonaming.go). */
function isNamed(shape: ResourceShape | undefined): boolean {
  return shape?.properties.name === "string" && !shape.required.includes("name");
}
