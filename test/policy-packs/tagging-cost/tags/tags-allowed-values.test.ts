import { tagsAllowedValues } from "../../../../policy-packs/tagging-cost/rules/tags/tags-allowed-values";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const provider = (tags: object) => ({ type: "pulumi:providers:aws", name: "dev", props: { defaultTags: { tags } } });

testRule(tagsAllowedValues, {
  bad: {
    "a classification that does not exist": { set: { "tags.data-classification": "secret" } },
    "a value in another case": { set: { "tags.data-classification": "Internal" } },
    "an empty value": { set: { "tags.environment": "" } },
    "an environment of a wrong form": { set: { "tags.environment": "DEV" } },
    "one of the provider's": { props: {}, provider: provider({ environment: "Dev 1" }) },
    "one beside an unknown value": { set: { "tags.environment": unknown, "tags.data-classification": "secret" } },
    "a value of a key that is configured": {
      set: { "tags.cost-center": "shop" },
      configuration: { values: { "cost-center": { pattern: "^\\d{4}$" } } },
    },
    "a tag of a group": {
      props: { tags: [{ key: "environment", value: "Dev", propagateAtLaunch: true }] },
      of: "aws:autoscaling/group:Group",
    },
  },
  good: {
    "no tags": { props: {} },
    "other tags": { set: { "tags.team": "any value" } },
    "its own before the provider's": { provider: provider({ environment: "Dev" }) },
    "a key like a method": { set: { "tags.constructor": "x" } },
    "a value that is configured": {
      set: { "tags.cost-center": "1000" },
      configuration: { values: { "cost-center": { pattern: "^\\d{4}$" } } },
    },
  },
  unknown: ["tags", "tags.environment"],
});
