import { costEcrUntaggedImages } from "../../../../policy-packs/tagging-cost/rules/containers/cost-ecr-untagged-images";
import { testRule } from "../../../support/rule";

const policy = (tagStatus: string, type = "expire") => ({
  set: { policy: JSON.stringify({ rules: [{ selection: { tagStatus }, action: { type } }] }) },
});

testRule(costEcrUntaggedImages, {
  bad: {
    "no policy": { unset: ["policy"] },
    "tagged images only": policy("tagged"),
    "images that are moved, not expired": policy("untagged", "transition"),
    "no rules": { set: { policy: "{}" } },
    "no JSON": { set: { policy: "rules" } },
  },
  good: {
    "any image": policy("any"),
    "a document as an object": {
      set: { policy: { rules: [{ selection: { tagStatus: "untagged" }, action: { type: "expire" } }] } },
    },
  },
  unknown: ["policy"],
});
