import { instanceTypes, leavesToTemplate } from "../../../core/instances";
import { type Resource, resourceRule, type Typed } from "../../../core/rule";

/** The metadata service asks for a token. */
export const ec2Imdsv2Required = resourceRule({
  name: "ec2-imdsv2-required",
  title: "Instances give their metadata, credentials included, only to those that hold a token (IMDSv2).",
  severity: "high",
  types: instanceTypes,
  controls: {
    "cis-aws-3.0": ["5.6"],
    "cis-aws-5.0": ["5.7"],
    "cis-aws-7.0": ["6.7"],
    soc2: ["CC7.2"],
    "nist-800-53-r5": [
      ...["AC-2(6)", "AC-3", "AC-3(3)", "AC-3(4)", "AC-3(7)", "AC-3(8)", "AC-3(12)", "AC-3(13)", "AC-3(15)"],
      ...["AC-4(28)", "AC-6", "AC-24", "CM-5(1)", "MP-2", "SC-23(3)"],
    ],
    "iso27001-2022": ["A.8.20", "A.8.21", "A.8.22"],
    "pci-4.0": ["8.2.8"],
  },
  remediationSteps:
    'Set metadataOptions.httpTokens to "required"; replace a launch configuration by a launch template.',
  docs: {
    why: "A program that can be made to fetch a URL hands out the credentials of its instance where no token is asked for.",
    component: "Cluster requires tokens in the launch templates of its node groups.",
    good: {
      "aws:ec2/instance:Instance": { metadataOptions: { httpTokens: "required" } },
      "aws:ec2/launchTemplate:LaunchTemplate": { metadataOptions: { httpTokens: "required" } },
      "aws:ec2/launchConfiguration:LaunchConfiguration": { metadataOptions: { httpTokens: "required" } },
    },
  },
  check(resource, report) {
    if (!isSafe(resource)) report('metadata is given without a token: set metadataOptions.httpTokens to "required"');
  },
  remediate(resource) {
    // A launch configuration would be replaced, and with it whatever refers to it.
    if (resource.type === "aws:ec2/launchConfiguration:LaunchConfiguration" || isSafe(resource)) return;
    resource.props.metadataOptions ??= {};
    resource.props.metadataOptions.httpTokens = "required";
  },
});

/** Without a word, the image or the account decides, and both let IMDSv1 pass unless they were changed. */
function isSafe(resource: Typed<Resource, (typeof instanceTypes)[number]>): boolean {
  const options = resource.props.metadataOptions;
  return (
    leavesToTemplate(resource, "metadataOptions") ||
    options?.httpTokens === "required" ||
    options?.httpEndpoint === "disabled"
  );
}
