import type { Model, Refusal, Request } from "../model";
import { action, badParameter, givenOf, oneOf } from "./parameters";
import { duplicatePermission, ownRule, repeatedPermission, ruleRefusals, tooManyRules } from "./permission-refusals";
import { directionOf, permissionsIn } from "./permissions";
import { securityGroupReference } from "./references";
import { sameProtocol } from "./security-group";
import { sameNetwork } from "./security-group-networks";

const authorize = action("AuthorizeSecurityGroupIngress");
const blocks = ["cidrBlocks", "ipv6CidrBlocks"];
const groups = ["self", "sourceSecurityGroupId"];

const asked = ({ inputs, prior }: Request) => {
  const groupId = String(inputs.securityGroupId);
  return { groupId, permissions: permissionsIn(directionOf(inputs), groupId, inputs, prior?.id ?? "") };
};

/** Of the sources, those that say something: `self` has a default. */
const sourcesOf = (inputs: Request["inputs"]) =>
  givenOf(inputs, [...blocks, "prefixListIds", ...groups]).filter(
    (property) => inputs[property] !== false && !(Array.isArray(inputs[property]) && inputs[property].length === 0),
  );

const refusals: Refusal[] = [
  badParameter("MissingParameter", authorize, [...blocks, "prefixListIds", ...groups], (inputs) =>
    sourcesOf(inputs).length === 0 ? "The request must contain a block, a prefix list, a group or self" : undefined,
  ),
  badParameter("InvalidParameterCombination", authorize, [...blocks, ...groups], (inputs) => {
    const given = sourcesOf(inputs).filter((property) => property !== "prefixListIds");
    const isMixed = given.length > 1 && given.some((property) => groups.includes(property));
    return isMixed ? `The parameters ${given.join(" and ")} cannot be used together` : undefined;
  }),
  oneOf({ type: ["egress", "ingress"] }, authorize),
  ...ruleRefusals(ownRule),
  repeatedPermission(asked),
  duplicatePermission(asked),
  sameNetwork("sourceSecurityGroupId"),
  tooManyRules(asked),
];

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
  refusals,
  same: { protocol: sameProtocol },
  id: ({ digits }) => `sgrule-${Number.parseInt(digits.slice(0, 8), 16)}`,
  computed: { securityGroupRuleId: ({ digits }) => `sgr-0${digits.slice(16, 32)}` },
};
