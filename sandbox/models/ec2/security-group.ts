import type { CloudResource } from "../../cloud/resource";
import { text, valuesAt } from "../../values";
import { ec2Id } from "../ids";
import type { Model, Request } from "../model";
import { vpcReference } from "./references";
import { seenRules } from "./seen-rules";

const type = "aws:ec2/securityGroup:SecurityGroup";

/** What refers to security groups, and by which property. */
const users: Record<string, string> = {
  "aws:ec2/vpcEndpoint:VpcEndpoint": "securityGroupIds",
  "aws:eks/cluster:Cluster": "vpcConfig.securityGroupIds",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": "referencedSecurityGroupId",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": "referencedSecurityGroupId",
};

function isUsed({ scope, prior }: Request): boolean {
  const names = (path: string) => (user: CloudResource) =>
    user.outputs.securityGroupId !== prior?.id &&
    valuesAt(user.outputs, path)
      .flat()
      .some((id) => id === prior?.id);
  return Object.entries(users).some(([user, path]) => scope.list(user).some(names(path)));
}

export const securityGroup: Model = {
  type,
  schema: "internal/service/ec2/vpc_security_group.go",
  tagged: true,
  autoName: { property: "name" },
  defaults: { description: "Managed by Pulumi", revokeRulesOnDelete: false },
  immutable: ["description", "name", "namePrefix", "vpcId"],
  sets: ["egress", "ingress"],
  seen: seenRules,
  references: { vpcId: vpcReference },
  refusals: [
    {
      code: "InvalidGroup.Duplicate",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html",
      on: ["create"],
      when: ({ scope, inputs }) => {
        const [name, vpcId] = [text(inputs, "name"), text(inputs, "vpcId")];
        const isTaken = scope.list(type).some(({ outputs }) => outputs.name === name && outputs.vpcId === vpcId);
        return isTaken ? `The security group '${name}' already exists for VPC '${vpcId}'` : undefined;
      },
    },
    {
      code: "DependencyViolation",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSecurityGroup.html",
      on: ["delete"],
      retried: true,
      when: (request) => (isUsed(request) ? `resource ${request.prior?.id} has a dependent object` : undefined),
    },
  ],
  id: ec2Id("sg"),
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `security-group/${id}`),
    egress: () => [],
    ingress: () => [],
    ownerId: ({ scope }) => scope.account,
    vpcId: () => undefined,
  },
};
