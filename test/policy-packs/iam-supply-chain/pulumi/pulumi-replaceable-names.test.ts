import { pulumiReplaceableNames } from "../../../../policy-packs/iam-supply-chain/rules/pulumi/pulumi-replaceable-names";
import { testRule } from "../../../support/rule";

testRule(pulumiReplaceableNames, {
  bad: {
    "a name": { set: { name: "web" } },
    "a name with a number": { set: { name: "web-blue-2" } },
    "a name with an environment": { set: { name: "prod-web-8080" } },
  },
  good: {
    "no name": { unset: ["namePrefix"] },
    "a name that Pulumi made": { set: { name: "web-1a2b3c4" } },
    "a name that Pulumi made of letters": { set: { name: "web-deadbee" } },
    "a name that the provider made": { set: { name: "web-20261125013000123400000001" } },
    "a name with random letters and digits": { set: { name: "web-k3j9x0q2" } },
    "an empty name": { set: { name: "" } },
  },
  unknown: ["name"],
});
