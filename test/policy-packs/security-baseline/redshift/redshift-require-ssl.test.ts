import { redshiftRequireSsl } from "../../../../policy-packs/security-baseline/rules/redshift/redshift-require-ssl";
import { testRule } from "../../../support/rule";

testRule(redshiftRequireSsl, {
  bad: {
    "a group without parameters": { props: { family: "redshift-1.0" } },
    "a group that does not require it": { set: { "parameters.0.value": "false" } },
    "a group of other parameters": { set: { "parameters.0.name": "enable_user_activity_logging" } },
  },
  good: {
    "another spelling": { set: { "parameters.0.name": "require_SSL", "parameters.0.value": "True" } },
    "a parameter behind another": {
      set: {
        parameters: [
          { name: "enable_user_activity_logging", value: "true" },
          { name: "require_ssl", value: "true" },
        ],
      },
    },
  },
  unknown: ["parameters", "parameters.0.value"],
});
