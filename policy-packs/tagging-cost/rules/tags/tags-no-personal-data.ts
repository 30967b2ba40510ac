import { z } from "zod";
import { anyTypeRule } from "../../../core/rule";
import { secretIn } from "../../../core/secrets";
import { isTaggable, type Tag, tagsOf } from "../../../core/tags";
import { forEachKnown } from "../../../core/unknown";

const shapes: readonly { readonly is: string; readonly shape: RegExp }[] = [
  { is: "an e-mail address", shape: /[^\s@:/]+@[^\s@:/]+\.[a-z]{2,}/i },
  { is: "a telephone number", shape: /^\+\d[\d ()-]{6,}\d$/ },
  { is: "a token", shape: /\beyJ[\w-]{10,}\.[\w-]{10,}/ },
];

/** What everybody may read names no person and gives no access. */
export const tagsNoPersonalData = anyTypeRule({
  name: "tags-no-personal-data",
  title: "No tag has a value that looks like an e-mail address, a telephone number or a secret.",
  severity: "medium",
  // Secrets stop a deployment by no-hardcoded-secrets; whether a mailbox may stand in a tag, a company has to say first.
  level: "advisory",
  judges: isTaggable,
  parameters: z.object({
    exemptKeys: z
      .array(z.string())
      .default([])
      .describe("Keys whose values are not looked at, e.g. of a team's mailbox."),
  }),
  controls: {},
  remediationSteps: "Name a team instead of a person, and keep secrets in Secrets Manager.",
  docs: {
    why: "Tags are not encrypted and stand in bills, logs and exports; AWS itself says not to keep personal data in them.",
    good: [{ type: "aws:sqs/queue:Queue", name: "orders", props: { tags: { owner: "shop-team" } } }],
  },
  check(resource, report, { exemptKeys }) {
    forEachKnown<Tag>(tagsOf(resource), (tag) => {
      if (exemptKeys.includes(tag.key)) return;
      const value = tag.value();
      const found = shapes.find(({ shape }) => shape.test(value))?.is ?? secretIn(value);
      if (found !== undefined) report(`the value of the tag ${tag.key} looks like ${found}: take it out`);
    });
  },
});
