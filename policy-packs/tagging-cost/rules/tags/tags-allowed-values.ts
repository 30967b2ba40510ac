import { z } from "zod";
import { anyTypeRule } from "../../../core/rule";
import { isTaggable, type Tag, tagsOf } from "../../../core/tags";
import { forEachKnown } from "../../../core/unknown";
import { tagContract } from "./contract";

const allowed = z.strictObject({
  oneOf: z.array(z.string()).optional(),
  /** A regular expression. */
  pattern: z.string().optional(),
});

/** Tags mean what the tag contract says. */
export const tagsAllowedValues = anyTypeRule({
  name: "tags-allowed-values",
  title: "Tags with a meaning in the tag contract have a value that it allows.",
  severity: "medium",
  judges: isTaggable,
  parameters: z.object({
    values: z
      .record(z.string(), allowed)
      .default({
        "data-classification": { oneOf: [...tagContract.dataClassifications] },
        environment: { pattern: tagContract.environment },
      })
      .describe("By key: the values that are allowed (oneOf), or the regular expression that they match (pattern)."),
  }),
  controls: {},
  remediationSteps:
    "Set the tag that the message names to a value that is allowed: see the configuration of this rule.",
  docs: {
    why: "Costs and alarms are grouped by the values of tags; a value that nobody knows is a group that nobody looks at.",
    component: "An environment file is refused where its tags are not those of the contract.",
    good: [
      {
        type: "aws:sqs/queue:Queue",
        name: "orders",
        props: { tags: { "data-classification": "internal", environment: "dev" } },
      },
      {
        type: "aws:autoscaling/group:Group",
        name: "workers",
        props: { tags: [{ key: "environment", value: "dev", propagateAtLaunch: true }] },
      },
    ],
  },
  check(resource, report, { values }) {
    forEachKnown<Tag>(tagsOf(resource), (tag) => {
      const rule = Object.hasOwn(values, tag.key) ? values[tag.key] : undefined;
      if (rule === undefined) return;
      const value = tag.value();
      if (rule.oneOf && !rule.oneOf.includes(value)) {
        report(`the tag ${tag.key} has a value that is not allowed: set it to one of ${rule.oneOf.join(", ")}`);
      } else if (rule.pattern !== undefined && !new RegExp(rule.pattern, "u").test(value)) {
        report(`the tag ${tag.key} has a value that is not allowed: let it match ${rule.pattern}`);
      }
    });
  },
});
