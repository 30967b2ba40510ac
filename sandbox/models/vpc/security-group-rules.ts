import type { Properties } from "../../values";
import { securityGroupReference } from "../ec2/references";
import { ec2Id } from "../ids";
import type { Model } from "../model";

/** What a rule is for, one of these. */
const sources = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];
const compared = [...sources, "fromPort", "ipProtocol", "toPort"];

const sourceOf = (inputs: Properties) => sources.find((source) => inputs[source] !== undefined);

/** A rule of a security group, in or out. */
function ruleModel(type: string): Model {
  return {
    type,
    // Shared by vpc_security_group_egress_rule.go.
    schema: "internal/service/ec2/vpc_security_group_ingress_rule.go",
    tagged: true,
    immutable: ["securityGroupId"],
    replaces: (olds, news) => (sourceOf(olds) === sourceOf(news) ? [] : sources),
    references: { securityGroupId: securityGroupReference, referencedSecurityGroupId: securityGroupReference },
    refusals: [
      {
        code: "InvalidPermission.Duplicate",
        source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html",
        on: ["create"],
        when: ({ scope, inputs }) => {
          const keys = ["securityGroupId", ...compared];
          const isTaken = scope.list(type).some(({ outputs }) => keys.every((key) => outputs[key] === inputs[key]));
          return isTaken ? `the specified rule already exists in ${inputs.securityGroupId}` : undefined;
        },
      },
    ],
    id: ec2Id("sgr"),
    computed: {
      arn: ({ scope, id }) => scope.arn("ec2", `security-group-rule/${id}`),
      securityGroupRuleId: ({ id }) => id,
    },
  };
}

export const securityGroupIngressRule = ruleModel("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
export const securityGroupEgressRule = ruleModel("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
