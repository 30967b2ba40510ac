import { resourceRule } from "../../../core/rule";

/** Nothing lives in the VPC that AWS made. */
export const vpcNoDefaultVpc = resourceRule({
  name: "vpc-no-default-vpc",
  title: "The default VPC is not used; it is adopted at most in order to delete it.",
  severity: "medium",
  types: ["aws:ec2/defaultVpc:DefaultVpc"],
  controls: {},
  remediationSteps:
    "Make an aws.ec2.Vpc; to be rid of the default one, set forceDestroy to true, deploy, and remove the resource.",
  docs: {
    why: "Every subnet of the default VPC is public, and whatever is started in it without a thought gets a public address.",
    component: "Network makes a VPC with private subnets.",
    good: { "aws:ec2/defaultVpc:DefaultVpc": { forceDestroy: true } },
  },
  check({ props: vpc }, report) {
    if (vpc.forceDestroy !== true) report("the default VPC is used: make an aws.ec2.Vpc");
  },
});
