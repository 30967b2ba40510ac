import { z } from "zod";
import { today } from "../../../../prices/support";
import { anyTypeRule } from "../../../core/rule";
import { isInStack } from "../../../core/stacks";
import { providerTagsIn } from "../../../core/tags";

const dayMs = 24 * 60 * 60 * 1000;
const providerType = "pulumi:providers:aws";

/** What was made for a while goes. */
export const costEnvironmentExpires = anyTypeRule({
  name: "cost-environment-expires",
  title: "A stack that is made for a while says by a tag until when, and that day is near and not past.",
  severity: "low",
  judges: (type) => type === providerType,
  parameters: z.object({
    stacks: z
      .array(z.string())
      .default(["pr-*", "preview-*", "tmp-*", "temp-*", "sandbox-*"])
      .describe("Names of the stacks that are made for a while, with * for any characters."),
    key: z.string().default("expires").describe("Key of the tag; its value is a day, e.g. 2027-01-31."),
    maxDays: z.number().int().positive().default(30).describe("How many days ahead it may be."),
    today: z.iso.date().optional().describe("Day of which it is asked. Default: today."),
  }),
  controls: {},
  remediationSteps:
    "Set the tag in defaultTags of the provider to the day on which the stack may go; once it is past, destroy the stack.",
  docs: {
    why: "An environment that somebody made for a demonstration runs, and costs, until somebody wonders about the bill.",
    good: [
      {
        type: providerType,
        name: "pr-123",
        props: { defaultTags: { tags: { expires: "2026-12-15" } } },
      },
    ],
  },
  check({ urn, props }, report, { stacks, key, maxDays, today: day = today() }) {
    if (!isInStack(urn, stacks)) return;
    const value = providerTagsIn(props)
      .find((tag) => tag.key === key)
      ?.value();
    if (value === undefined) {
      report(`nothing says when the stack may go: set the tag ${key} in defaultTags`);
    } else if (!z.iso.date().safeParse(value).success) {
      report(`the tag ${key} is no day: set it to one like 2027-01-31`);
    } else if (value < day) {
      report(`the day in the tag ${key} is past: destroy the stack, or set a later day`);
    } else if (Date.parse(value) - Date.parse(day) > maxDays * dayMs) {
      report(`the day in the tag ${key} is more than ${maxDays} days ahead: set an earlier one`);
    }
  },
});
