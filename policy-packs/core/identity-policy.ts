import { isRecord } from "./json";
import { type PolicyStatement, statementsOf } from "./policy-document";
import type { Props } from "./resource-types";
import { forEachKnown } from "./unknown";

/** Where the policies of users, groups, roles and permission sets stand. */
interface WithPolicies {
  readonly policy?: unknown;
  readonly inlinePolicy?: unknown;
  readonly inlinePolicies?: readonly { readonly policy?: unknown }[];
}

/**
 * Visits every Allow statement of a resource's identity policies; `where` names it, e.g. `policy statement 2`.
 *
 * A text that is no policy document has none: the provider refuses it before AWS sees it
 * (terraform-provider-aws, internal/verify/validate.go: ValidIAMPolicyJSON).
 */
export function forEachAllow(props: WithPolicies, visit: (statement: PolicyStatement, where: string) => void): void {
  forEachKnown(["policy", "inlinePolicy", "inlinePolicies"] as const, (property) => {
    if (property !== "inlinePolicies") visitAllows(props[property], property, visit);
    else forEachKnown(props.inlinePolicies, (inline) => visitAllows(inline.policy, "an inline policy's", visit));
  });
}

function visitAllows(document: unknown, name: string, visit: (statement: PolicyStatement, where: string) => void) {
  (statementsOf(document) ?? []).forEach((statement, index) => {
    if (statement.Effect === "Allow") visit(statement, `${name} statement ${index + 1}`);
  });
}

/** Visits every Allow statement of a role's trust policy, with its principals of AWS and of federation. */
export function forEachTrusted(
  document: unknown,
  visit: (statement: PolicyStatement, principals: readonly string[], where: string) => void,
): void {
  visitAllows(document, "assumeRolePolicy", (statement, where) => {
    const { Principal: principal } = statement;
    const principals = isRecord(principal) ? [principal.AWS, principal.Federated].flatMap(textsOf) : textsOf(principal);
    visit(statement, principals, where);
  });
}

/** Stands for any text there could be: only a wildcard matches it. */
export const anything = "\u0000";

/** An ARN of anything, which only what covers every resource matches. */
const anyArn = `arn:aws:${anything}:${anything}:${anything}:${anything}`;

/** The texts of an element that holds one or many. */
export const textsOf = (element: unknown): readonly string[] =>
  [element].flat().filter((text): text is string => typeof text === "string");

/** Whether IAM's `pattern`, with * and ?, matches `text`. */
function matches(pattern: string, text: string, flags = ""): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${source}$`, `s${flags}`).test(text);
}

/** Whether `pattern` stands for `action`, e.g. `s3:Get*` for `s3:GetObject`; case does not matter to IAM. */
export const matchesAction = (pattern: string, action: string): boolean => matches(pattern, action, "i");

/** Whether an Allow statement grants `action`, by Action or as what NotAction leaves over. */
export function grants({ Action: actions, NotAction: except }: PolicyStatement, action: string): boolean {
  if (actions !== undefined) return textsOf(actions).some((pattern) => matchesAction(pattern, action));
  return except !== undefined && !textsOf(except).some((pattern) => matchesAction(pattern, action));
}

/** Whether `statement` covers what `arn` stands for, by Resource or as what NotResource leaves over; default: everything. */
export function covers({ Resource: resources, NotResource: except }: PolicyStatement, arn: string = anyArn): boolean {
  if (resources !== undefined) return textsOf(resources).some((pattern) => matches(pattern, arn));
  return except !== undefined && !textsOf(except).some((pattern) => matches(pattern, arn));
}

/** Whether `statement` covers every role, of all accounts or of one: no service takes a role of another account. */
export function coversEveryRole(statement: PolicyStatement): boolean {
  const { Resource: resources } = statement;
  const anyAccount = textsOf(resources).map((arn) => arn.replace(/:\d{12}:/, ":*:"));
  const widened = resources === undefined ? statement : { ...statement, Resource: anyAccount };
  return covers(widened, `arn:aws:iam::${anything}:role/${anything}`);
}

/** Keys of a condition that must be met with one of certain values, lower-cased, with these values. */
export function requirementsOf({ Condition: condition }: PolicyStatement): ReadonlyMap<string, readonly string[]> {
  const required = new Map<string, readonly string[]>();
  if (!isRecord(condition)) return required;
  for (const [operator, keys] of Object.entries(condition)) {
    // A negated operator, …IfExists and ForAllValues are met where the key is absent.
    if (!/^(ForAnyValue:)?(String|Arn|Bool|IpAddress|Numeric)(?!Not)\w*(?<!IfExists)$/i.test(operator)) continue;
    if (!isRecord(keys)) continue;
    for (const [key, value] of Object.entries(keys)) required.set(key.toLowerCase(), [value].flat().map(String));
  }
  return required;
}

/** Whether a statement reaches certain resources only, or only through another service, by its conditions. */
export const isScopedByCondition = (statement: PolicyStatement): boolean =>
  [...requirementsOf(statement).keys()].some((key) => /tag\/|:passedtoservice$|:viaservice$|:calledvia/.test(key));

/** Policies of the four types that hold one document: what a rule about policies shows as good. */
export function policiesWith(...statements: readonly object[]): {
  readonly [T in PolicyType]: Props<T>;
} {
  const policy = documentOf(...statements);
  return {
    "aws:iam/policy:Policy": { policy },
    "aws:iam/rolePolicy:RolePolicy": { role: "app", policy },
    "aws:iam/userPolicy:UserPolicy": { user: "app", policy },
    "aws:iam/groupPolicy:GroupPolicy": { group: "app", policy },
  };
}

/** A policy document in JSON. */
export const documentOf = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** The types whose property `policy` grants something to those it is attached to. */
export const policyTypes = [
  "aws:iam/policy:Policy",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/userPolicy:UserPolicy",
  "aws:iam/groupPolicy:GroupPolicy",
] as const;

type PolicyType = (typeof policyTypes)[number];
