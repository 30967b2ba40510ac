import { countQuota } from "../../quotas/quota";
import { vpcQuotas } from "../../quotas/vpc";
import { text } from "../../values";
import { ec2Id } from "../ids";
import type { Model, Refusal, Request } from "../model";
import { action, badParameter, isGiven, nameOrPrefix } from "./parameters";
import {
  describable,
  describableText,
  duplicatePermission,
  inlineRules,
  repeatedPermission,
  ruleRefusals,
  tooManyRules,
} from "./permission-refusals";
import { groupTypes, inlinePermissions, protocolOf, referring } from "./permissions";
import { securityGroupReference, vpcReference } from "./references";
import { seenRules } from "./seen-rules";

const [type] = groupTypes;
const createSecurityGroup = action("CreateSecurityGroup");

/** What else uses security groups or names them in rules, and by which property. */
const users: readonly (readonly [type: string, property: string])[] = [
  ...Object.entries(referring),
  ...groupTypes.flatMap((group) => [
    [group, "ingress.securityGroups"] as const,
    [group, "egress.securityGroups"] as const,
  ]),
  ["aws:ec2/vpcEndpoint:VpcEndpoint", "securityGroupIds"],
  ["aws:eks/cluster:Cluster", "vpcConfig.securityGroupIds"],
];

/** Whether something uses a group, or names it in a rule; rules of its own go with it. */
function isUsed({ scope, prior }: Request): boolean {
  const id = prior?.id ?? "";
  return users.some(([user, path]) =>
    scope.having(user, path, id).some((found) => found.id !== id && found.outputs.securityGroupId !== id),
  );
}

/** What a group's own lists of rules ask for. */
const asked = ({ inputs, prior }: Request) => ({
  groupId: prior?.id ?? "",
  permissions: inlinePermissions(prior?.id ?? "", inputs),
});

/** What AWS refuses of the rules that are written inside a group; made once for each type that has them. */
export const inlineRefusals = (): Refusal[] => [
  ...ruleRefusals(inlineRules),
  repeatedPermission(asked),
  duplicatePermission(asked),
  tooManyRules(asked),
];

const refusals: Refusal[] = [
  badParameter("InvalidParameterValue", createSecurityGroup, ["name", "namePrefix"], ({ name, namePrefix }) => {
    const given = String(name ?? namePrefix ?? "");
    if (given === "default") return "Cannot use reserved security group name: default";
    if (given.startsWith("sg-")) return `Invalid value '${given}' for groupName. A group name cannot begin with sg-`;
    return describable.test(given)
      ? undefined
      : `Value (${given}) for parameter GroupName is invalid. Valid names are strings less than 256 characters from the following set: ${describableText}`;
  }),
  badParameter("InvalidParameterValue", createSecurityGroup, ["description"], (inputs) =>
    describable.test(text(inputs, "description") ?? "")
      ? undefined
      : `Invalid security group description. Valid descriptions are strings less than 256 characters from the following set: ${describableText}`,
  ),
  badParameter("MissingParameter", createSecurityGroup, ["description"], (inputs) =>
    isGiven(inputs, "description") ? undefined : "The request must contain the parameter GroupDescription",
  ),
  nameOrPrefix(createSecurityGroup),
  ...inlineRefusals(),
  {
    code: "InvalidGroup.Duplicate",
    source: createSecurityGroup,
    on: ["create"],
    when: ({ scope, inputs }) => {
      const [name, vpcId] = [text(inputs, "name") ?? "", text(inputs, "vpcId")];
      const isTaken = scope.having(type, "name", name).some(({ outputs }) => outputs.vpcId === vpcId);
      return isTaken ? `The security group '${name}' already exists for VPC '${vpcId}'` : undefined;
    },
  },
  countQuota(
    vpcQuotas.securityGroups,
    {
      code: "SecurityGroupLimitExceeded",
      message: () => "The maximum number of security groups has been reached.",
    },
    ({ scope }) => groupTypes.reduce((count, group) => count + scope.list(group).length, 0),
  ),
  {
    code: "DependencyViolation",
    source: action("DeleteSecurityGroup"),
    on: ["delete"],
    retried: true,
    when: (request) => (isUsed(request) ? `resource ${request.prior?.id} has a dependent object` : undefined),
  },
];

/** Names of protocols for their numbers, in the rules written inside a group. */
export const sameProtocol = (given: string) => protocolOf(given) ?? given;

export const securityGroup: Model = {
  type,
  schema: "internal/service/ec2/vpc_security_group.go",
  tagged: true,
  autoName: { property: "name" },
  defaults: { description: "Managed by Pulumi", revokeRulesOnDelete: false },
  immutable: ["description", "name", "namePrefix", "vpcId"],
  sets: ["egress", "ingress"],
  seen: seenRules,
  references: {
    vpcId: vpcReference,
    "ingress.securityGroups": securityGroupReference,
    "egress.securityGroups": securityGroupReference,
  },
  refusals,
  same: { "egress.protocol": sameProtocol, "ingress.protocol": sameProtocol },
  id: ec2Id("sg"),
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `security-group/${id}`),
    egress: () => [],
    ingress: () => [],
    ownerId: ({ scope }) => scope.account,
    vpcId: () => undefined,
  },
};
