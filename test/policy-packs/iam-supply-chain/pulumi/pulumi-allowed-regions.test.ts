import { pulumiAllowedRegions } from "../../../../policy-packs/iam-supply-chain/rules/pulumi/pulumi-allowed-regions";
import { testRule } from "../../../support/rule";

const configuration = { regions: ["eu-west-1", "eu-central-1"] };
const of = "aws:sqs/queue:Queue";

testRule(pulumiAllowedRegions, {
  bad: {
    "another region": { set: { region: "us-east-1" }, configuration },
    "a region that begins alike": { set: { region: "eu-west-12" }, configuration },
    "no region": { unset: ["region"], configuration },
    "an empty region": { set: { region: "" }, configuration },
    "a resource in another region": { of, set: { region: "us-east-1" }, configuration },
  },
  good: {
    "a region that is listed": { set: { region: "eu-central-1" }, configuration },
    "a resource in its provider's": { of, unset: ["region"], configuration },
    "a resource in one that is listed": { of, configuration },
    "any region where none is listed": { set: { region: "us-east-1" } },
  },
});
