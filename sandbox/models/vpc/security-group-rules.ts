import type { Properties } from "../../values";
import { canonicalIpv6Cidr } from "../ec2/ipv6";
import { action, exactlyOneOf, isGiven } from "../ec2/parameters";
import { duplicatePermission, ownRule, ruleRefusals, tooManyRules } from "../ec2/permission-refusals";
import { type Direction, permissionsIn } from "../ec2/permissions";
import { securityGroupReference } from "../ec2/references";
import { sameProtocol } from "../ec2/security-group";
import { sameNetwork } from "../ec2/security-group-networks";
import { ec2Id } from "../ids";
import type { Model, Request } from "../model";

/** What a rule is for, one of these. */
const sources = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];

const sourceOf = (inputs: Properties) => sources.find((source) => isGiven(inputs, source));

/** A rule of a security group, in or out. */
function ruleModel(type: string, direction: Direction): Model {
  const asked = ({ inputs, prior }: Request) => {
    const groupId = String(inputs.securityGroupId);
    return { groupId, permissions: permissionsIn(direction, groupId, inputs, prior?.id ?? "") };
  };
  return {
    type,
    // Shared by vpc_security_group_egress_rule.go.
    schema: "internal/service/ec2/vpc_security_group_ingress_rule.go",
    tagged: true,
    immutable: ["securityGroupId"],
    replaces: (olds, news) => (sourceOf(olds) === sourceOf(news) ? [] : sources),
    references: { securityGroupId: securityGroupReference, referencedSecurityGroupId: securityGroupReference },
    refusals: [
      exactlyOneOf(sources, action("AuthorizeSecurityGroupIngress")),
      ...ruleRefusals(ownRule),
      duplicatePermission(asked),
      sameNetwork("referencedSecurityGroupId"),
      tooManyRules(asked),
    ],
    same: { cidrIpv6: canonicalIpv6Cidr, ipProtocol: sameProtocol },
    id: ec2Id("sgr"),
    computed: {
      arn: ({ scope, id }) => scope.arn("ec2", `security-group-rule/${id}`),
      securityGroupRuleId: ({ id }) => id,
    },
  };
}

export const securityGroupIngressRule = ruleModel(
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  "ingress",
);
export const securityGroupEgressRule = ruleModel("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "egress");
