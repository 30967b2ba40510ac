import { z } from "zod";
import { anyTypeRule } from "../../../core/rule";
import { isTaggable, type Tag, tagsOf } from "../../../core/tags";
import { forEachKnown } from "../../../core/unknown";

/**
 * What AWS takes as keys and values: docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html, "Tag
 * naming limits and requirements".
 */
const limits = { tags: 50, key: 128, value: 256 };
const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Keys that AWS or Kubernetes give a meaning in exactly this form. */
const given = /^(Name$|aws-|AWS|kubernetes\.io\/|k8s\.io\/|karpenter\.(sh|k8s\.aws)\/|eks:|elbv2\.)/;

/** Tags are written alike. */
export const tagsNameFormat = anyTypeRule({
  name: "tags-name-format",
  title: "Keys of tags have one form, and keys and values are such as AWS takes.",
  severity: "low",
  judges: isTaggable,
  parameters: z.object({
    keyPattern: z
      .string()
      .default("^[a-z][a-z0-9]*([-.:/][a-z0-9]+)*$")
      .describe("Regular expression that keys match, but those of AWS and Kubernetes. Default: words-with-hyphens."),
  }),
  controls: {},
  remediationSteps: "Rename the key that the message names, or shorten its value.",
  docs: {
    why: "AWS tells keys apart by case and spelling, so CostCenter and cost-center are two columns of the bill, each half empty.",
    component: "An environment file is refused where its tags are not such as AWS takes.",
    good: [
      {
        type: "aws:sqs/queue:Queue",
        name: "orders",
        props: { tags: { "cost-center": "1000", Name: "orders" } },
      },
    ],
  },
  check(resource, report, { keyPattern }) {
    const tags = tagsOf(resource);
    const pattern = new RegExp(keyPattern, "u");
    if (tags.length > limits.tags) report(`AWS takes ${limits.tags} tags: take some out`);
    forEachKnown<Tag>(tags, (tag) => {
      const { key } = tag;
      if (key.length > limits.key) report(`a key of a tag is longer than ${limits.key}: shorten it`);
      else if (/^aws:/i.test(key)) report(`the tag ${key} is reserved: take another key than one with aws:`);
      else if (!allowed.test(key))
        report("a key of a tag has characters that AWS refuses: use letters, digits and _.:/=+-@");
      else if (!given.test(key) && !pattern.test(key))
        report(`the tag ${key} is not written as others: let it match ${keyPattern}`);
      checkValue(tag, report);
    });
  },
});

function checkValue(tag: Tag, report: (message: string) => void): void {
  const value = tag.value();
  if (value.length > limits.value) report(`the value of the tag ${tag.key} is longer than ${limits.value}: shorten it`);
  else if (!allowed.test(value))
    report(`the value of the tag ${tag.key} has characters that AWS refuses: use letters, digits and _.:/=+-@`);
}
