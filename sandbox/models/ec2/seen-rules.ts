import type { CloudResource } from "../../cloud/resource";
import type { Scope } from "../../cloud/scope";
import type { Properties, Value } from "../../values";

/**
 * The rules of a security group as a read of the group finds them: its own, and those that are resources of their own.
 *
 * Form of a rule: terraform-provider-aws, internal/service/ec2/vpc_security_group.go; the real provider also puts rules
 * of the same ports and description into one.
 */
export function seenRules({ id, outputs }: CloudResource, scope: Scope): Properties {
  return {
    ingress: [...list(outputs.ingress), ...rulesOf(scope, id, "Ingress")],
    egress: [...list(outputs.egress), ...rulesOf(scope, id, "Egress")],
  };
}

const list = (value: Value | undefined): Value[] => (Array.isArray(value) ? value : []);
const listOf = (value: Value | undefined): Value[] => (value === undefined ? [] : [value]);

function rulesOf(scope: Scope, groupId: string, direction: "Ingress" | "Egress"): Value[] {
  const type = `aws:vpc/securityGroup${direction}Rule:SecurityGroup${direction}Rule`;
  const single = scope.having(type, "securityGroupId", groupId).map(({ outputs }): Properties => {
    const { ipProtocol = "-1", fromPort = 0, toPort = 0, description = "", referencedSecurityGroupId: group } = outputs;
    return {
      protocol: ipProtocol,
      fromPort,
      toPort,
      description,
      cidrBlocks: listOf(outputs.cidrIpv4),
      ipv6CidrBlocks: listOf(outputs.cidrIpv6),
      prefixListIds: listOf(outputs.prefixListId),
      securityGroups: group === groupId ? [] : listOf(group),
      self: group === groupId,
    };
  });
  const older = scope
    .having("aws:ec2/securityGroupRule:SecurityGroupRule", "securityGroupId", groupId)
    .filter(({ outputs }) => outputs.type === direction.toLowerCase())
    .map(({ outputs }): Properties => {
      const { protocol = "-1", fromPort = 0, toPort = 0, description = "", self = false } = outputs;
      return {
        protocol,
        fromPort,
        toPort,
        description,
        cidrBlocks: list(outputs.cidrBlocks),
        ipv6CidrBlocks: list(outputs.ipv6CidrBlocks),
        prefixListIds: list(outputs.prefixListIds),
        securityGroups: listOf(outputs.sourceSecurityGroupId),
        self,
      };
    });
  return [...single, ...older];
}
