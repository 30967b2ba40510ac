import { type Stack, type StackResource, stackRule, type Typed } from "../../../core/rule";
import { forEachKnown, refersTo } from "../../../core/unknown";

const securityGroup = "aws:ec2/securityGroup:SecurityGroup";
const defaultGroup = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

/** The default security group of every VPC is under management, and empty. */
export const sgDefaultClosed = stackRule({
  name: "sg-default-closed",
  title: "The default security group of every VPC has no rules.",
  severity: "medium",
  types: ["aws:ec2/vpc:Vpc", defaultGroup],
  controls: {
    "cis-aws-3.0": ["5.4"],
    "cis-aws-5.0": ["5.5"],
    "cis-aws-7.0": ["6.5"],
    "nist-800-53-r5": [
      ...["AC-4(21)", "AC-17", "AC-17(1)", "AC-17(4)", "AC-17(9)", "AC-17(10)", "CM-6", "CM-9", "SC-7(5)", "SC-7(7)"],
      ...["SC-7(11)", "SC-7(12)", "SC-7(16)", "SC-7(21)", "SC-7(24)", "SC-7(25)", "SC-7(26)", "SC-7(27)", "SC-7(28)"],
      "SC-7",
    ],
    "iso27001-2022": ["A.8.20", "A.8.21", "A.8.22"],
  },
  remediationSteps:
    "Add an aws.ec2.DefaultSecurityGroup with the VPC's id and neither ingress nor egress, and attach no rule to it.",
  docs: {
    why: "What is started without naming a group is in the default one, which lets its members reach each other and everything else.",
    component: "Network closes the default group of its VPC.",
    good: [
      { type: "aws:ec2/vpc:Vpc", name: "main", props: { cidrBlock: "10.0.0.0/16" } },
      { type: defaultGroup, name: "closed", props: {}, dependsOn: { vpcId: ["main"] } },
    ],
  },
  check(resource, report, stack) {
    if (resource.type === defaultGroup) {
      if (hasRules(resource, stack))
        report("the default security group has rules: remove them and use your own groups");
      return;
    }
    const groups = stack.ofType(defaultGroup).filter((group) => refersTo(group, "vpcId", resource));
    // AWS opens a new VPC's default group to its members and to all destinations.
    if (groups.length === 0) {
      report("the VPC's default security group is open: add an aws.ec2.DefaultSecurityGroup without rules");
    }
    forEachKnown(groups, (group) => {
      if (hasRules(group, stack)) report(`the VPC's default security group ${group.name} has rules: remove them`);
    });
  },
});

function hasRules(group: Typed<StackResource, typeof defaultGroup>, stack: Stack): boolean {
  if (group.props.ingress?.length || group.props.egress?.length) return true;
  return attachable.some((type) =>
    stack.ofType(type).some((rule) => refersTo(rule, "securityGroupId", group, [securityGroup])),
  );
}

const attachable = [
  "aws:ec2/securityGroupRule:SecurityGroupRule",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
] as const;
