import type { ResourceChange, StackResult } from "./report/result";

/**
 * Types whose properties say who may do what, or what may reach what. A change of one may widen access; whether it does
 * is not judged here, so each counts as a danger when no reviewer has seen it.
 */
const accessTypes = [
  /^aws:iam\//,
  /^aws:eks\/access/,
  /^aws:eks\/podIdentity/,
  /^aws:kms\/(key|keyPolicy|grant):/,
  /^aws:ec2\/(securityGroup|securityGroupRule|networkAcl|networkAclRule|defaultSecurityGroup|defaultNetworkAcl):/,
  /^aws:vpc\/securityGroup/,
  /^aws:s3\/bucket(Policy|Acl|PublicAccessBlock)/,
  /^kubernetes:rbac\.authorization\.k8s\.io\//,
];

/** Whether things of a type say who may do or reach what. */
export const isAccessType = (type: string): boolean => accessTypes.some((pattern) => pattern.test(type));

/** Whether a change deletes or replaces something, or touches who may reach it. */
export function isDangerous({ op, type }: ResourceChange): boolean {
  if (op === "delete" || op === "replace") return true;
  return (op === "create" || op === "update") && isAccessType(type);
}

/** Dangerous changes of `now` that `reviewed` did not show in the same form. */
export function unseenDangers(reviewed: StackResult, now: StackResult): ResourceChange[] {
  const seen = new Set(reviewed.resources.map(({ urn, op }) => `${op} ${urn}`));
  return now.resources.filter((change) => isDangerous(change) && !seen.has(`${change.op} ${change.urn}`));
}

/** Properties of other types that say who may do or reach what: public addresses and endpoints, policies, rules, routes. */
const accessProperties = /public|polic(y|ies)|ingress|egress|principal|permissionsBoundary|routes|cidrs/i;

/** Whether a change of the property at `path` may change access, whatever the type. */
export const changesAccess = (path: string): boolean => accessProperties.test(path);
