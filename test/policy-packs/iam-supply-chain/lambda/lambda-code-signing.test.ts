import { lambdaCodeSigning } from "../../../../policy-packs/iam-supply-chain/rules/lambda/lambda-code-signing";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(lambdaCodeSigning, {
  bad: {
    "a function left at its defaults": { props: {} },
    "a function from an archive": { props: { packageType: "Zip", runtime: "nodejs24.x" } },
    "an empty ARN": { set: { codeSigningConfigArn: "" } },
  },
  good: {
    "a function from an image": { props: { packageType: "Image" } },
    "a configuration that is not known yet": { set: { codeSigningConfigArn: unknown } },
  },
});
