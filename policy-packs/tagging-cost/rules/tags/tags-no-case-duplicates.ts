import { anyTypeRule } from "../../../core/rule";
import { isTaggable, tagsOf } from "../../../core/tags";

/** No resource has a tag twice. */
export const tagsNoCaseDuplicates = anyTypeRule({
  name: "tags-no-case-duplicates",
  title: "No two tags of a resource have keys that differ by case or by hyphens and underscores only.",
  severity: "low",
  judges: isTaggable,
  controls: {},
  remediationSteps: "Take one of the two tags out; the other one is often in defaultTags of the provider.",
  docs: {
    why: "The tag that somebody changes is not the one that somebody else reads, and both look right.",
    good: [{ type: "aws:sqs/queue:Queue", name: "orders", props: { tags: { owner: "shop-team" } } }],
  },
  check(resource, report) {
    const seen = new Map<string, string>();
    for (const { key } of tagsOf(resource)) {
      const plain = key.toLowerCase().replace(/[-_ ]/g, "");
      const other = seen.get(plain);
      if (other === undefined) seen.set(plain, key);
      else report(`the tags ${other} and ${key} are one in two spellings: take one out`);
    }
  },
});
