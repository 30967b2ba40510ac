import { ec2ImdsHopLimit } from "../../../../policy-packs/security-baseline/rules/ec2/ec2-imds-hop-limit";
import { testRule } from "../../../support/rule";

const template = "aws:ec2/launchTemplate:LaunchTemplate";
const configuration = "aws:ec2/launchConfiguration:LaunchConfiguration";
const two = { "metadataOptions.httpPutResponseHopLimit": 2 };

testRule(ec2ImdsHopLimit, {
  bad: {
    "an instance's containers": { set: two },
    "a template's containers": { of: template, set: two },
    "everything behind it": { of: template, set: { "metadataOptions.httpPutResponseHopLimit": 64 } },
    "a launch configuration's containers": { of: configuration, set: two },
    "more than a platform team allows": {
      set: { "metadataOptions.httpPutResponseHopLimit": 3 },
      configuration: { maximum: 2 },
    },
  },
  notRemediated: ["a launch configuration's containers"],
  good: {
    "what AWS does": { props: {} },
    "options without a word on it": { set: { metadataOptions: { httpTokens: "required" } } },
    "no metadata at all": { set: { ...two, "metadataOptions.httpEndpoint": "disabled" } },
    "as far as a platform team allows": { set: two, configuration: { maximum: 2 } },
  },
  unknown: ["metadataOptions", "metadataOptions.httpPutResponseHopLimit"],
});
