import { isObject, type Properties } from "../../values";
import { listOf, parseJson, textsOf } from "../policy-document";
import { isGrammatical } from "./grammar";

/**
 * What a policy is for: `managed` and `inline` ones say what their holder may do, a `trust` policy who may take its
 * role, a `resource` policy who may do what with the thing that has it (a KMS key, a secret).
 */
export type PolicyKind = "managed" | "inline" | "trust" | "resource";

const syntaxErrors = "Syntax errors in policy.";

/**
 * What AWS finds wrong with a policy document; undefined where it takes it.
 *
 * The rules are those of docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html and of the pages of
 * its elements; IAM documents no list of its messages, so their wording is that of its answers as people report them.
 * Where pages are silent the document is taken: a wrong refusal is worse than a missing one.
 */
export function mistakeIn(document: string, kind: PolicyKind): string | undefined {
  const policy = parseJson(document);
  if (policy === undefined) return "This policy contains invalid Json";
  if (!isGrammatical(policy)) return syntaxErrors;
  const statements = listOf(policy.Statement).filter(isObject);
  if (statements.length === 0 && kind !== "resource") return syntaxErrors;
  if (kind === "managed" && policy.Version !== "2012-10-17") {
    return "Policy document must be version 2012-10-17 or greater.";
  }
  return first(statements, statementJudges[kind]) ?? (isIdentityPolicy(kind) ? sidMistake(statements) : undefined);
}

type Judge = (statement: Properties) => string | undefined;

const statementJudges: Record<PolicyKind, Judge> = {
  managed: identityMistake,
  inline: identityMistake,
  trust: trustMistake,
  resource: resourceMistake,
};

const isIdentityPolicy = (kind: PolicyKind) => kind === "managed" || kind === "inline";

/** Source: reference_policies_elements_principal.html (none in identity-based policies), …_resource.html, …_action.html */
function identityMistake(statement: Properties): string | undefined {
  if (has(statement, "Principal")) return "Policy document should not specify a principal.";
  if (namesNone(statement, "Action")) return "Policy statement must contain actions.";
  const wrongAction = first(valuesOf(statement, "Action"), actionMistake);
  if (wrongAction !== undefined) return wrongAction;
  if (namesNone(statement, "Resource")) return "Policy statement must contain resources.";
  return first(valuesOf(statement, "Resource"), resourceFormMistake);
}

/** Source: docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html and reference_policies_elements_resource.html */
function trustMistake(statement: Properties): string | undefined {
  if (has(statement, "Resource")) return "Has prohibited field Resource";
  if (principalIsMissing(statement)) return "Missing required field Principal cannot be empty!";
  if (namesNone(statement, "Action")) return "Missing required field Action";
  return first(valuesOf(statement, "Action"), (action) => {
    const [vendor = ""] = action.toLowerCase().split(":");
    const isSts = vendor === "sts" || vendor === "*";
    return actionMistake(action) ?? (isSts ? undefined : "AssumeRole policy may only specify STS AssumeRole actions.");
  });
}

/** KMS takes a statement without Action or Resource: docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html */
function resourceMistake(statement: Properties): string | undefined {
  return principalIsMissing(statement) ? "Policy statement must contain principals." : undefined;
}

const has = (statement: Properties, element: string) =>
  statement[element] !== undefined || statement[`Not${element}`] !== undefined;

/** The texts of an element or of its opposite. */
const valuesOf = (statement: Properties, element: string) => textsOf(statement[element] ?? statement[`Not${element}`]);

const namesNone = (statement: Properties, element: string) => valuesOf(statement, element).length === 0;

function principalIsMissing({ Principal, NotPrincipal }: Properties): boolean {
  const principal = Principal ?? NotPrincipal ?? {};
  return typeof principal === "object" && Object.values(principal ?? {}).flatMap(listOf).length === 0;
}

/** `*`, or a service's prefix and a name: reference_policies_elements_action.html */
function actionMistake(action: string): string | undefined {
  if (action === "*") return undefined;
  const [vendor = "", ...names] = action.split(":");
  if (names.length === 0) return "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
  if (names.length > 1) return "Actions/Condition can contain only one colon.";
  return vendor === "*" || /^[A-Za-z0-9.-]*$/.test(vendor) ? undefined : `Vendor ${vendor} is not valid`;
}

/** `*`, or an ARN, which may have wildcards and variables: reference_policies_elements_resource.html */
function resourceFormMistake(resource: string): string | undefined {
  if (resource === "*") return undefined;
  const [scheme = "", partition, ...rest] = resource.split(":");
  if (partition === undefined || !isPatternOf(scheme, /^arn$/)) {
    return `Resource ${resource} must be in ARN format or "*".`;
  }
  if (!isPatternOf(partition, /^aws(-[a-z]+)*$/))
    return `Partition "${partition}" is not valid for resource "${resource}".`;
  if (rest.length >= 4 || hasWildcard(resource)) return undefined;
  return rest.length === 0
    ? "Resource vendor must be fully qualified and cannot contain regexes."
    : "The policy failed legacy parsing";
}

const hasWildcard = (text: string) => /[*?$]/.test(text);

/** What has a wildcard or a variable is not judged. */
const isPatternOf = (text: string, form: RegExp) => hasWildcard(text) || form.test(text);

/** Source: reference_policies_elements_sid.html */
function sidMistake(statements: Properties[]): string | undefined {
  const sids = statements.flatMap(({ Sid }) => (typeof Sid === "string" && Sid !== "" ? [Sid] : []));
  if (new Set(sids).size < sids.length) return "Statement IDs (SID) in a single policy must be unique.";
  if (sids.every((sid) => /^[0-9A-Za-z]*$/.test(sid))) return undefined;
  return "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*";
}

/** The first mistake found. */
function first<T>(items: readonly T[], mistake: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = mistake(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
