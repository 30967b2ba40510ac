import { tagsConsistent } from "../../../../policy-packs/tagging-cost/rules/tags/tags-consistent";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const provider = (environment: string) => ({
  type: "pulumi:providers:aws",
  name: "dev",
  props: { defaultTags: { tags: { environment } } },
});
const queue = { type: "aws:sqs/queue:Queue", name: "more", props: {} };

testRule(tagsConsistent, {
  bad: {
    "another environment": { of: "orders", set: { "tags.environment": "prod" } },
    "another case": { of: "orders", set: { "tags.environment": "Dev" } },
    "another environment from a provider": { add: [{ ...queue, provider: provider("prod") }] },
    "another cost center, where it is configured": {
      of: "orders",
      set: { "tags.cost-center": "1000" },
      add: [{ ...queue, props: { tags: { "cost-center": "2000" } } }],
      configuration: { keys: ["cost-center"] },
    },
  },
  good: {
    "the same from a provider": { add: [{ ...queue, provider: provider("dev") }] },
    "another cost center": {
      of: "orders",
      set: { "tags.cost-center": "1000" },
      add: [{ ...queue, props: { tags: { "cost-center": "2000" } } }],
    },
    "a resource without tags": { add: [queue] },
    "what has no tags of AWS": {
      add: [{ type: "kubernetes:core/v1:ConfigMap", name: "more", props: { tags: { environment: "prod" } } }],
    },
  },
});

testRule(
  { ...tagsConsistent, name: "tags-consistent with what is not known" },
  {
    bad: {
      "two values beside an unknown one": {
        of: "orders",
        set: { "tags.environment": unknown },
        add: [{ ...queue, props: { tags: { environment: "prod" } } }],
      },
    },
  },
);
