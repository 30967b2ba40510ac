import { lambdaUrlAuth } from "../../../../policy-packs/security-baseline/rules/lambda/lambda-url-auth";
import { testRule } from "../../../support/rule";

testRule(lambdaUrlAuth, {
  bad: {
    "a public URL": { set: { authorizationType: "NONE" } },
    "a URL that says nothing": { unset: ["authorizationType"] },
  },
  unknown: ["authorizationType"],
});
