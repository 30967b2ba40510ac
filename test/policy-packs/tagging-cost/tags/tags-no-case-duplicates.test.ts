import { tagsNoCaseDuplicates } from "../../../../policy-packs/tagging-cost/rules/tags/tags-no-case-duplicates";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const provider = (tags: object) => ({ type: "pulumi:providers:aws", name: "dev", props: { defaultTags: { tags } } });

testRule(tagsNoCaseDuplicates, {
  bad: {
    "another case": { set: { "tags.Owner": "shop-team" } },
    "hyphens and underscores": { props: { tags: { "cost-center": "1", cost_center: "1" } } },
    "the provider's in another case": { provider: provider({ Owner: "platform-team" }) },
    "one that is not known": { set: { "tags.OWNER": unknown } },
  },
  good: {
    "no tags": { props: {} },
    "other keys": { set: { "tags.owner-team": "shop" } },
    "the provider's own key again": { provider: provider({ owner: "platform-team" }) },
  },
  unknown: ["tags"],
});
