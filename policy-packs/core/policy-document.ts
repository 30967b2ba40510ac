/** A statement of an IAM policy document, as far as rules read it: anything may stand anywhere. */
export type PolicyStatement = Readonly<Partial<Record<"Effect" | "Principal" | "NotPrincipal" | "Condition", unknown>>>;

/** The statements of a policy document in JSON; undefined where it is none that IAM could read. */
export function statementsOf(document: string): readonly PolicyStatement[] | undefined {
  const parsed = parseJson(document);
  if (!isRecord(parsed) || parsed.Statement === undefined) return undefined;
  const statements = [parsed.Statement].flat();
  return statements.every(isRecord) ? statements : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is no document, which the caller is told.
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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
  return [isRecord(principal) ? principal.AWS : principal].flat().includes("*");
}

function isScoped(condition: unknown): boolean {
  if (!isRecord(condition)) return false;
  return Object.entries(condition).some(
    ([operator, keys]) => narrows(operator) && isRecord(keys) && Object.entries(keys).some(scopes),
  );
}

/** Only an operator that must match a value narrows: a negated one or …IfExists matches where the key is absent. */
function narrows(operator: string): boolean {
  return /^(ForAnyValue:)?(String|Arn)(Equals|Like|EqualsIgnoreCase)$/.test(operator);
}

function scopes([key, value]: [string, unknown]): boolean {
  return scopingKeys.has(key.toLowerCase()) && ![value].flat().includes("*");
}
