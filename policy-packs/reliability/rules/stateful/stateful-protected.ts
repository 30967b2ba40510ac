import { z } from "zod";
import { anyTypeRule } from "../../../core/rule";
import { isInStack, stacks } from "../../../core/stacks";
import { statefulTypes } from "./stateful-types";

/** Pulumi refuses to delete what holds data. */
export const statefulProtected = anyTypeRule({
  name: "stateful-protected",
  title: "A resource that holds data has the option protect.",
  severity: "high",
  // It also keeps a stack that is meant to go from going: which stacks, a company has to say first.
  level: "advisory",
  judges: (type) => statefulTypes.has(type),
  parameters: z.object({ stacks }),
  controls: {},
  remediationSteps:
    "Make the resource with { protect: true }; to delete it, take that back in a deployment of its own.",
  docs: {
    why: "A renamed resource or a removed line makes a deployment delete the data; protect makes it stop instead.",
    good: [
      {
        type: "aws:dynamodb/table:Table",
        name: "orders",
        props: { hashKey: "id", attributes: [{ name: "id", type: "S" }] },
        options: { protect: true },
      },
    ],
  },
  check({ urn, options }, report, parameters) {
    if (isInStack(urn, parameters.stacks) && options?.protect !== true) {
      report("a deployment can delete the data: set the resource option protect to true");
    }
  },
});
