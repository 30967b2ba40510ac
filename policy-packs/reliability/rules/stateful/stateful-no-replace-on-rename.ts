import { z } from "zod";
import { anyTypeRule, type Resource } from "../../../core/rule";
import { isInStack, stacks } from "../../../core/stacks";
import { judgeAll } from "../../../core/unknown";
import { statefulTypes } from "./stateful-types";

/** What holds data is never deleted before there is something in its place. */
export const statefulNoReplaceOnRename = anyTypeRule({
  name: "stateful-no-replace-on-rename",
  title: "A resource that holds data is not deleted before its replacement is made.",
  severity: "medium",
  // Names that others rely on are common, and which stacks may lose data a company has to say first.
  level: "advisory",
  judges: (type) => statefulTypes.has(type),
  parameters: z.object({ stacks }),
  controls: {},
  remediationSteps:
    "Remove deleteBeforeReplace, and leave the name to Pulumi; or make the resource with { protect: true }, which refuses its replacement.",
  docs: {
    why: "Two resources cannot have one name: Pulumi deletes a named one, with its data, before it makes the next, for a change that looked harmless.",
    good: [
      {
        type: "aws:dynamodb/table:Table",
        name: "orders",
        props: { hashKey: "id", attributes: [{ name: "id", type: "S" }] },
        options: { protect: false },
      },
    ],
  },
  check(resource, report, parameters) {
    const { urn, options } = resource;
    if (!isInStack(urn, parameters.stacks) || options?.protect === true) return;
    judgeAll(
      () => {
        if (options?.deleteBeforeReplace === true) {
          report("the data is deleted before a replacement is made: remove the resource option deleteBeforeReplace");
        }
      },
      () => {
        const property = statefulTypes.get(resource.type);
        if (property !== undefined && isNamed(resource, property)) {
          report(`the data is deleted before a replacement can have its name: leave ${property} out, or protect it`);
        }
      },
    );
  },
});

/** Whether the program chose the name: Pulumi's own is the resource's with a dash and seven hexadecimal digits. */
function isNamed({ name, props }: Resource, property: string): boolean {
  const given = props[property];
  if (typeof given !== "string" || given === "") return false;
  const own = given.toLowerCase();
  return !(own.startsWith(`${name.toLowerCase()}-`) && /^[0-9a-f]{7}$/.test(own.slice(name.length + 1)));
}
