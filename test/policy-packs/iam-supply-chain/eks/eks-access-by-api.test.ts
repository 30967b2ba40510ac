import { eksAccessByApi } from "../../../../policy-packs/iam-supply-chain/rules/eks/eks-access-by-api";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(eksAccessByApi, {
  bad: {
    "nothing said": { props: {} },
    "no mode": { unset: ["accessConfig.authenticationMode"] },
    "a ConfigMap": { set: { "accessConfig.authenticationMode": "CONFIG_MAP" } },
    both: { set: { "accessConfig.authenticationMode": "API_AND_CONFIG_MAP" } },
    "the maker as administrator": { set: { "accessConfig.bootstrapClusterCreatorAdminPermissions": true } },
    "the maker as administrator, by default": { unset: ["accessConfig.bootstrapClusterCreatorAdminPermissions"] },
    "a ConfigMap, while the rest is unknown": {
      set: { accessConfig: { authenticationMode: "CONFIG_MAP", bootstrapClusterCreatorAdminPermissions: unknown } },
    },
  },
  unknown: ["accessConfig", "accessConfig.authenticationMode", "accessConfig.bootstrapClusterCreatorAdminPermissions"],
});
