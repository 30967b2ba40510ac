import { tagsNoPersonalData } from "../../../../policy-packs/tagging-cost/rules/tags/tags-no-personal-data";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(tagsNoPersonalData, {
  bad: {
    "an e-mail address": { set: { "tags.owner": "jane.doe@example.com" } },
    "an e-mail address in a text": { set: { "tags.owner": "Jane Doe - jane.doe@example.com" } },
    "a telephone number": { set: { "tags.on-call": "+49 30 1234567" } },
    "an access key": { set: { "tags.key": `AKIA${"IOSFODNN7EXAMPLE"}` } },
    "a private key": { set: { "tags.key": "-----BEGIN RSA PRIVATE KEY" } },
    "a token": { set: { "tags.key": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0" } },
    "one behind an unknown value": { props: { tags: { team: unknown, owner: "jane.doe@example.com" } } },
    "one of the provider's": {
      provider: {
        type: "pulumi:providers:aws",
        name: "dev",
        props: { defaultTags: { tags: { contact: "team@example.com" } } },
      },
    },
  },
  good: {
    "no tags": { props: {} },
    "a key that is exempt": {
      set: { "tags.mailbox": "team@example.com" },
      configuration: { exemptKeys: ["mailbox"] },
    },
    "an ARN": { set: { "tags.role": "arn:aws:iam::111122223333:role/shop" } },
    "a number": { set: { "tags.cost-center": "1000200030" } },
    "an at sign": { set: { "tags.team": "@shop" } },
  },
  unknown: ["tags", "tags.owner"],
});
