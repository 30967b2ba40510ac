import { tagsNameFormat } from "../../../../policy-packs/tagging-cost/rules/tags/tags-name-format";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(tagsNameFormat, {
  bad: {
    "a key in camel case": { set: { "tags.costCenter": "1000" } },
    "a key in capitals": { set: { "tags.Owner": "shop" } },
    "a key with an underscore": { set: { "tags.cost_center": "1000" } },
    "a reserved key": { set: { "tags.aws:team": "shop" } },
    "a reserved key in capitals": { set: { "tags.AWS:team": "shop" } },
    "a key that is too long": { props: { tags: { ["k".repeat(129)]: "v" } } },
    "a key with a character that AWS refuses": { props: { tags: { "team;shop": "v" } } },
    "a value that is too long": { set: { "tags.cost-center": "v".repeat(257) } },
    "a value with a character that AWS refuses": { set: { "tags.cost-center": "a;b" } },
    "too many tags": {
      props: { tags: Object.fromEntries(Array.from({ length: 51 }, (_one, n) => [`tag-${n}`, "v"])) },
    },
    "a key behind an unknown value": { props: { tags: { team: unknown, costCenter: "1000" } } },
    "a provider's key": {
      provider: { type: "pulumi:providers:aws", name: "dev", props: { defaultTags: { tags: { CostCenter: "1" } } } },
    },
    "a key that does not match the configured form": { configuration: { keyPattern: "^[A-Z][A-Za-z]*$" } },
  },
  good: {
    "no tags": { props: {} },
    "keys of Kubernetes": {
      props: { tags: { "kubernetes.io/role/internal-elb": "1", "karpenter.sh/discovery": "dev" } },
    },
    "a key with a namespace": { props: { tags: { "example.com/team": "shop" } } },
    "the longest value": { set: { "tags.cost-center": "v".repeat(256) } },
    "letters of other languages": { set: { "tags.cost-center": "Größe" } },
  },
  unknown: ["tags", "tags.cost-center"],
});
