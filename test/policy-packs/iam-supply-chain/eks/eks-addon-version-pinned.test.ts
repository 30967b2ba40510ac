import { eksAddonVersionPinned } from "../../../../policy-packs/iam-supply-chain/rules/eks/eks-addon-version-pinned";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(eksAddonVersionPinned, {
  bad: {
    "no version": { unset: ["addonVersion"] },
    "an empty version": { set: { addonVersion: "" } },
    "nothing at all": { props: {} },
  },
  good: { "a version that is unknown yet": { set: { addonVersion: unknown } } },
});
