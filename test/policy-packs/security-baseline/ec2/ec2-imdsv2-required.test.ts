import { ec2Imdsv2Required } from "../../../../policy-packs/security-baseline/rules/ec2/ec2-imdsv2-required";
import { testRule } from "../../../support/rule";

const template = "aws:ec2/launchTemplate:LaunchTemplate";
const configuration = "aws:ec2/launchConfiguration:LaunchConfiguration";
const launchTemplate = { id: "lt-0123456789abcdef0" };

testRule(ec2Imdsv2Required, {
  bad: {
    "an instance left at its defaults": { props: {} },
    "empty options": { set: { metadataOptions: {} } },
    "tokens that are optional": { set: { "metadataOptions.httpTokens": "optional" } },
    "an instance that overrides its template": { set: { launchTemplate, metadataOptions: { httpTokens: "optional" } } },
    "a launch template left at its defaults": { of: template, props: {} },
    "a launch template without a word on tokens": {
      of: template,
      set: { metadataOptions: { httpEndpoint: "enabled" } },
    },
    "a launch configuration": { of: configuration, props: {} },
    "a launch configuration with optional tokens": {
      of: configuration,
      set: { "metadataOptions.httpTokens": "optional" },
    },
  },
  notRemediated: ["a launch configuration", "a launch configuration with optional tokens"],
  good: {
    "no metadata at all": { set: { metadataOptions: { httpEndpoint: "disabled" } } },
    "an instance that leaves it to its template": { props: { launchTemplate } },
  },
  unknown: ["metadataOptions", "metadataOptions.httpTokens"],
});
