import { ecrImmutableTags } from "../../../../policy-packs/iam-supply-chain/rules/ecr/ecr-immutable-tags";
import { testRule } from "../../../support/rule";

testRule(ecrImmutableTags, {
  bad: {
    "the default": { unset: ["imageTagMutability"] },
    "mutable tags": { set: { imageTagMutability: "MUTABLE" } },
    "immutable tags with exclusions": {
      set: {
        imageTagMutability: "IMMUTABLE_WITH_EXCLUSION",
        imageTagMutabilityExclusionFilters: [{ filter: "latest*", filterType: "WILDCARD" }],
      },
    },
  },
  unknown: ["imageTagMutability"],
});
