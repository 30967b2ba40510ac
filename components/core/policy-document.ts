import * as pulumi from "@pulumi/pulumi";

type Values = pulumi.Input<string> | pulumi.Input<pulumi.Input<string>[]>;

interface Common {
  /** What the statement is for, in letters and digits. */
  Sid?: string;
  Effect: "Allow" | "Deny";
  /** Operator, e.g. StringEquals, to condition key, e.g. aws:SourceAccount, to values. */
  Condition?: Record<string, Record<string, Values>>;
}

type Actions = { Action: Values; NotAction?: never } | { NotAction: Values; Action?: never };
type Resources = { Resource: Values; NotResource?: never } | { NotResource: Values; Resource?: never };

/** Everyone, or whoever is named by kind. */
export type Principal = "*" | { AWS?: Values; Service?: Values; Federated?: Values; CanonicalUser?: Values };
type Principals = { Principal: Principal; NotPrincipal?: never } | { NotPrincipal: Principal; Principal?: never };

/** What whoever has the policy may do. It is about its holder, so it names no principal. */
export type IdentityStatement = Common & Actions & Resources & { Principal?: never; NotPrincipal?: never };
/** Who may take a role. It is about its role, so it names no resource. */
export type TrustStatement = Common & Actions & Principals & { Resource?: never; NotResource?: never };
/** Who may do what with the resource that has the policy. */
export type ResourceStatement = Common & Actions & Principals & Resources;

interface StatementOf {
  managed: IdentityStatement;
  inline: IdentityStatement;
  trust: TrustStatement;
  key: ResourceStatement;
}

/**
 * Most characters of a document of each kind. IAM leaves white space out of the count.
 * See docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html (inline: of all inline policies of a role
 * together; trust: the default quota) and docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
 */
export const policySizeLimits: Readonly<Record<keyof StatementOf, number>> = {
  managed: 6144,
  inline: 10_240,
  trust: 2048,
  key: 32_768,
};

/** The characters of `document` that count against its quota. */
export function policySize(document: string): number {
  return document.replace(/\s/g, "").length;
}

/** The order of elements in the document, so that the same statements always give the same text. */
const elements = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
] as const;

/**
 * A policy document as JSON, with elements in a fixed order and without white space.
 *
 * The compiler checks that each statement has what its kind of policy needs;
 * what is known only later (an empty list, the size) is checked once it is known.
 *
 * @throws Error, by way of the Output, naming the statement and what it lacks.
 */
export function policyDocument<K extends keyof StatementOf>(
  kind: K,
  statements: pulumi.Input<StatementOf[K][]>,
): pulumi.Output<string> {
  return (pulumi.output(statements) as pulumi.Output<Statement[]>).apply((known) => {
    for (const [index, statement] of known.entries()) {
      checkStatement(kind, statement, `statement ${statement.Sid ?? index + 1}`);
    }
    const document = JSON.stringify({ Version: "2012-10-17", Statement: known.map(inOrder) });
    const size = policySize(document);
    if (size > policySizeLimits[kind]) {
      throw new Error(`${kind} policy document has ${size} characters, and may have ${policySizeLimits[kind]}`);
    }
    return document;
  });
}

/** A statement without Outputs. */
type Statement = Partial<Record<(typeof elements)[number], unknown>>;

function inOrder(statement: Statement): Statement {
  const given = elements.filter((element) => statement[element] !== undefined);
  return Object.fromEntries(given.map((element) => [element, statement[element]]));
}

function checkStatement(kind: keyof StatementOf, statement: Statement, where: string): void {
  const needed: [string, unknown][] = [["Action", statement.Action ?? statement.NotAction]];
  if (kind !== "trust") needed.push(["Resource", statement.Resource ?? statement.NotResource]);
  if (kind === "trust" || kind === "key") {
    needed.push(["Principal", statement.Principal ?? statement.NotPrincipal]);
  }
  // A condition without its value would be left out of the JSON, and the statement would allow more than it says.
  if (statement.Condition !== undefined) needed.push(["value of its Condition", statement.Condition]);
  for (const [element, value] of needed) {
    if (isEmpty(value)) throw new Error(`${kind} policy document: ${where} names no ${element}`);
  }
  if (statement.Effect !== "Allow" && statement.Effect !== "Deny") {
    throw new Error(`${kind} policy document: ${where} must have the Effect Allow or Deny`);
  }
}

/** Whether nothing is named, be it by an empty text, list or map or by a list that holds one. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (typeof value !== "object") return false;
  const inner = Object.values(value);
  return inner.length === 0 || inner.some(isEmpty);
}
