import { type Report, resourceRule } from "../../../core/rule";
import { forEachKnown, isNonEmpty } from "../../../core/unknown";

/** A firewall says what it is for. */
export const sgRuleDescription = resourceRule({
  name: "sg-rule-description",
  title: "Security groups and their rules have a description.",
  severity: "low",
  types: [
    "aws:ec2/securityGroup:SecurityGroup",
    "aws:ec2/securityGroupRule:SecurityGroupRule",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  ],
  controls: {},
  remediationSteps: "Set description to who connects and what for; on a security group that replaces it.",
  docs: {
    why: "Nobody dares to remove a rule that does not say what it is for, so that access outlives its reason.",
    component: "Network describes the group of its endpoints and its rules.",
    good: {
      "aws:ec2/securityGroup:SecurityGroup": {
        description: "Load balancer of the shop",
        ingress: [
          {
            description: "HTTPS from the office",
            protocol: "tcp",
            fromPort: 443,
            toPort: 443,
            cidrBlocks: ["192.0.2.0/24"],
          },
        ],
      },
      "aws:ec2/securityGroupRule:SecurityGroupRule": { type: "ingress", description: "HTTPS from the office" },
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": { description: "HTTPS from the office" },
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": { description: "HTTPS to the interface endpoints" },
    },
  },
  check({ type, props }, report) {
    if (type !== "aws:ec2/securityGroup:SecurityGroup") {
      judge(props, "the rule", report);
      return;
    }
    forEachKnown(["group", "ingress", "egress"] as const, (part) => {
      if (part === "group") judge(props, "the group", report);
      else forEachKnown(props[part], (rule) => judge(rule, `a rule in ${part}`, report));
    });
  },
});

function judge(described: { readonly description?: string }, what: string, report: Report): void {
  if (!isNonEmpty(described, "description")) report(`${what} has no description: say what it is for`);
  else if (isDefault(described.description)) report(`${what} has the provider's description: say what it is for`);
}

/** What the provider, and the bridge, write where there is none. */
const isDefault = (description: string | undefined): boolean =>
  description !== undefined && /^(\s*|Managed by (Pulumi|Terraform))$/.test(description);
