import { z } from "zod";
import { type Stack, wholeStackRule } from "../../../core/rule";
import { isTaggable, tagsOf } from "../../../core/tags";
import { forEachKnown, judgeAll } from "../../../core/unknown";

/** A stack is of one environment. */
export const tagsConsistent = wholeStackRule({
  name: "tags-consistent",
  title: "Tags by which costs are split have one value in all resources of a stack.",
  severity: "low",
  parameters: z.object({
    keys: z.array(z.string()).default(["environment"]).describe("Keys of tags that are the same in a whole stack."),
  }),
  controls: {},
  remediationSteps: "Set the tag once, in defaultTags of the provider, and take it out of the resources.",
  docs: {
    why: "A resource that says it is of another environment is paid for, and deleted, with that one.",
    component: "The tag environment is set by the provider of an environment only.",
    good: [
      { type: "aws:sqs/queue:Queue", name: "orders", props: { tags: { environment: "dev" } } },
      { type: "aws:sqs/queue:Queue", name: "invoices", props: { tags: { environment: "dev" } } },
    ],
  },
  check(stack, report, { keys }) {
    forEachKnown(keys, (key) => {
      const values = new Set<string>();
      judgeAll(
        () => forEachValue(stack, key, (value) => values.add(value)),
        () => {
          if (values.size < 2) return;
          report(`the tag ${key} has ${values.size} values in the stack: set it in defaultTags of the provider only`);
        },
      );
    });
  },
});

function forEachValue({ all }: Stack, key: string, visit: (value: string) => void): void {
  forEachKnown(all, (resource) => {
    if (!isTaggable(resource.type)) return;
    const tag = tagsOf(resource).find((one) => one.key === key);
    if (tag) visit(tag.value());
  });
}
