import { isRecord, parseJson } from "./json";
import type { Report } from "./rule";

/** A statement of an IAM policy document, as far as rules read it: anything may stand anywhere. */
export type PolicyStatement = Readonly<
  Partial<
    Record<
      "Effect" | "Principal" | "NotPrincipal" | "Action" | "NotAction" | "Resource" | "NotResource" | "Condition",
      unknown
    >
  >
>;

/** The statements of a policy document, in JSON or as an object; undefined where it is none that IAM could read. */
export function statementsOf(document: unknown): readonly PolicyStatement[] | undefined {
  const parsed = typeof document === "string" ? parseJson(document) : document;
  if (!isRecord(parsed) || parsed.Statement === undefined) return undefined;
  const statements = [parsed.Statement].flat();
  return statements.every(isRecord) ? statements : undefined;
}

/**
 * Reports every statement of a resource's policy that lets anyone in; a document that is none counts, since AWS refuses it.
 *
 * @param property What the resource calls its policy.
 */
export function reportPublicStatements(document: unknown, property: string, report: Report): undefined {
  const statements = statementsOf(document);
  if (!statements) {
    report(`${property} is not an IAM policy document in JSON: AWS would refuse it`);
    return;
  }
  statements.forEach((statement, index) => {
    if (isPublic(statement)) {
      report(
        `${property} statement ${index + 1} allows every AWS account: name principals or add a condition on who calls`,
      );
    }
  });
}

/** Whether `statement` allows every action there is. */
export const allowsEveryAction = ({ Effect: effect, Action: action }: PolicyStatement): boolean =>
  effect === "Allow" && [action].flat().includes("*");

/** Whether `statement` denies everyone every action of `service` that is not asked for over TLS, on whatever resource. */
export function deniesPlainHttp(statement: PolicyStatement, service: string): boolean {
  const actions = [statement.Action].flat().map((action) => String(action).toLowerCase());
  return (
    statement.Effect === "Deny" &&
    namesEveryone(statement) &&
    (actions.includes("*") || actions.includes(`${service}:*`)) &&
    isPlainHttp(statement.Condition)
  );
}

/** Nothing else may be asked for: all conditions have to be met before a statement applies. */
function isPlainHttp(condition: unknown): boolean {
  if (!isRecord(condition)) return false;
  const conditions = Object.entries(condition).flatMap(([operator, keys]) =>
    isRecord(keys) ? Object.entries(keys).map(([key, value]) => ({ operator, key: key.toLowerCase(), value })) : [],
  );
  const [only, ...others] = conditions;
  if (only === undefined || others.length > 0) return false;
  const { operator, key, value } = only;
  return /^Bool(IfExists)?$/.test(operator) && key === "aws:securetransport" && String([value].flat()) === "false";
}

/** Condition keys that say who may call or from where; others, such as aws:SecureTransport, still let everyone in. */
const scopingKeys = new Set(
  [
    "aws:PrincipalAccount",
    "aws:PrincipalArn",
    "aws:PrincipalOrgID",
    "aws:PrincipalOrgPaths",
    "aws:SourceAccount",
    "aws:SourceArn",
    "aws:SourceOrgID",
    "aws:SourceOrgPaths",
    "aws:SourceVpc",
    "aws:SourceVpce",
    "aws:userid",
    "kms:CallerAccount",
  ].map((key) => key.toLowerCase()),
);

/** Whether `statement` lets anyone in: it allows all principals, and no condition names accounts, sources or networks. */
export function isPublic(statement: PolicyStatement): boolean {
  return statement.Effect === "Allow" && namesEveryone(statement) && !isScoped(statement.Condition);
}

function namesEveryone({ Principal: principal, NotPrincipal: except }: PolicyStatement): boolean {
  // "Everyone but these" is everyone.
  if (principal === undefined) return except !== undefined;
  return [isRecord(principal) ? principal.AWS : principal].flat().some(isEveryone);
}

/** `*`, or an ARN in any account, which IAM refuses in a principal and takes in a condition. */
const isEveryone = (principal: unknown): boolean =>
  typeof principal === "string" && /^(\*+|arn:\*|arn:[^:]*:[^:]*:[^:]*:\*+(:.*)?)$/.test(principal);

function isScoped(condition: unknown): boolean {
  if (!isRecord(condition)) return false;
  return Object.entries(condition).some(
    ([operator, keys]) =>
      isRecord(keys) && ((narrows(operator) && Object.entries(keys).some(scopes)) || isMounted(operator, keys)),
  );
}

/** EFS lets in whoever reaches a mount target, in a network, and calls that not public. */
const isMounted = (operator: string, keys: Readonly<Record<string, unknown>>): boolean =>
  operator === "Bool" && String(keys["elasticfilesystem:AccessedViaMountTarget"]) === "true";

/** Only an operator that must match a value narrows: a negated one or …IfExists matches where the key is absent. */
function narrows(operator: string): boolean {
  return /^(ForAnyValue:)?(String|Arn)(Equals|Like|EqualsIgnoreCase)$/.test(operator);
}

function scopes([key, value]: [string, unknown]): boolean {
  return scopingKeys.has(key.toLowerCase()) && ![value].flat().some(isEveryone);
}
