import type { Model } from "../model";
import { securityGroupReference } from "./references";

export const securityGroupRule: Model = {
  type: "aws:ec2/securityGroupRule:SecurityGroupRule",
  schema: "internal/service/ec2/vpc_security_group_rule.go",
  defaults: { self: false },
  immutable: [
    "cidrBlocks",
    "fromPort",
    "ipv6CidrBlocks",
    "prefixListIds",
    "protocol",
    "securityGroupId",
    "self",
    "sourceSecurityGroupId",
    "toPort",
    "type",
  ],
  references: { securityGroupId: securityGroupReference, sourceSecurityGroupId: securityGroupReference },
  id: ({ digits }) => `sgrule-${Number.parseInt(digits.slice(0, 8), 16)}`,
  computed: { securityGroupRuleId: ({ digits }) => `sgr-0${digits.slice(16, 32)}` },
};
