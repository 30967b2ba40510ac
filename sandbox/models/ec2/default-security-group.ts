import { text } from "../../values";
import type { Model } from "../model";
import { defaultObjectId, giveBack } from "./default-objects";
import { securityGroupReference, vpcReference } from "./references";
import { inlineRefusals, sameProtocol } from "./security-group";
import { seenRules } from "./seen-rules";

const type = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

export const defaultSecurityGroup: Model = {
  type,
  schema: "internal/service/ec2/vpc_default_security_group.go",
  tagged: true,
  defaults: { revokeRulesOnDelete: false },
  immutable: ["vpcId"],
  sets: ["egress", "ingress"],
  seen: seenRules,
  references: {
    vpcId: vpcReference,
    "ingress.securityGroups": securityGroupReference,
    "egress.securityGroups": securityGroupReference,
  },
  refusals: inlineRefusals(),
  same: { "egress.protocol": sameProtocol, "ingress.protocol": sameProtocol },
  id: ({ inputs }) => defaultObjectId(type, text(inputs, "vpcId") ?? ""),
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `security-group/${id}`),
    description: () => "default VPC security group",
    name: () => "default",
    ownerId: ({ scope }) => scope.account,
    vpcId: () => undefined,
  },
  deleted: ({ prior }) => giveBack(prior),
};
