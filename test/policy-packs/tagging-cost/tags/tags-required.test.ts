import { expect, it } from "vitest";
import { tagContract } from "../../../../policy-packs/tagging-cost/rules/tags/contract";
import { tagsRequired } from "../../../../policy-packs/tagging-cost/rules/tags/tags-required";
import { DataClassification, environmentSchema } from "../../../../stacks/environment-schema";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const all = {
  owner: "shop-team",
  "cost-center": "1000",
  "data-classification": "internal",
  environment: "dev",
  "managed-by": "foundation",
};
const provider = (defaultTags: unknown) => ({ type: "pulumi:providers:aws", name: "dev", props: { defaultTags } });
const { owner, ...others } = all;
const fallbacks = { configuration: { fallbacks: { owner: "platform-team" } } };

testRule(tagsRequired, {
  bad: {
    "no tags": { unset: ["tags"] },
    "one tag missing": { unset: ["tags.owner"], ...fallbacks },
    "no tags but one": { props: {}, provider: provider({ tags: others }), ...fallbacks },
    "an empty value": { set: { "tags.owner": "" }, ...fallbacks },
    "the key in another case": { unset: ["tags.owner"], set: { "tags.Owner": "shop-team" }, ...fallbacks },
    "a provider that lacks one": { props: {}, provider: provider({ tags: others }) },
    "a provider's tags in JSON that lack one": { props: {}, provider: provider(JSON.stringify({ tags: others })) },
    "a missing tag beside an unknown one": { set: { "tags.owner": unknown }, unset: ["tags.environment"] },
    "no tag but the name, where any will do": { props: { tags: { Name: "orders" } }, configuration: { keys: [] } },
    "another required key": { configuration: { keys: ["team"] } },
  },
  good: {
    "the provider's tags": { props: {}, provider: provider({ tags: all }) },
    "the provider's tags as the engine keeps them": { props: {}, provider: provider(JSON.stringify({ tags: all })) },
    "one of its own and the rest from the provider": {
      props: { tags: { owner } },
      provider: provider({ tags: others }),
    },
    "unknown tags where the provider has all": { props: { tags: unknown }, provider: provider({ tags: all }) },
    "an unknown value": { set: { "tags.owner": unknown } },
    "any tag where none is required": { props: { tags: { team: "shop" } }, configuration: { keys: [] } },
  },
  unknown: ["tags"],
  notRemediated: [
    "no tags",
    "a provider that lacks one",
    "a provider's tags in JSON that lack one",
    "a missing tag beside an unknown one",
    "no tag but the name, where any will do",
    "another required key",
  ],
});

it("asks for the tags that environment files have, whatever their values", () => {
  expect([...tagContract.keys].sort()).toEqual(Object.keys(environmentSchema.shape.tags.shape).sort());
  expect(tagContract.dataClassifications).toEqual(Object.values(DataClassification));
});
