import { costEksNoExtendedSupport } from "../../../../policy-packs/tagging-cost/rules/containers/cost-eks-no-extended-support";
import { testRule } from "../../../support/rule";

testRule(costEksNoExtendedSupport, {
  bad: {
    "nothing said": { unset: ["upgradePolicy"] },
    "an empty policy": { set: { upgradePolicy: {} } },
    "extended support": { set: { "upgradePolicy.supportType": "EXTENDED" } },
  },
  unknown: ["upgradePolicy", "upgradePolicy.supportType"],
});
