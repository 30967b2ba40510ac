import type { PolicyDocument, Statement } from "../../ci/roles/document";

/** What somebody asks of AWS. */
export interface Request {
  readonly action: string;
  readonly resource?: string;
  /** Condition keys with what they are for this request; a key that is absent is not known. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

export type Decision = "allowed" | "denied" | "not allowed";

/**
 * What IAM decides of a request by identity policies: an explicit deny wins, and without an allow there is nothing
 * (docs.aws.amazon.com/IAM, "Policy evaluation logic"). Knows the operators that our documents have, and throws for others.
 */
export function decide(documents: readonly PolicyDocument[], request: Request): Decision {
  const matching = documents.flatMap(({ Statement }) => Statement).filter((one) => matches(one, request));
  if (matching.some(({ Effect }) => Effect === "Deny")) return "denied";
  return matching.some(({ Effect }) => Effect === "Allow") ? "allowed" : "not allowed";
}

/** A policy that allows everything: what stays denied beside it is denied whatever AWS's own policies allow. */
export const everythingAllowed: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
};

function matches(statement: Statement, { action, resource = "*", context = {} }: Request): boolean {
  const { Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  if (Action !== undefined && !list(Action).some((pattern) => isLike(action.toLowerCase(), pattern.toLowerCase())))
    return false;
  if (NotAction?.some((pattern) => isLike(action.toLowerCase(), pattern.toLowerCase()))) return false;
  if (Resource !== undefined && !list(Resource).some((pattern) => isLike(resource, pattern))) return false;
  if (NotResource?.some((pattern) => isLike(resource, pattern))) return false;
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(operator, context[key], list(wanted))),
  );
}

const list = (value: string | readonly string[]): readonly string[] => (typeof value === "string" ? [value] : value);

function holds(operator: string, given: string | readonly string[] | undefined, wanted: readonly string[]): boolean {
  const [, set, base = ""] = /^(?:(ForAnyValue|ForAllValues):)?(\w+)$/.exec(operator) ?? [];
  const isNot = /Not/.test(base);
  const like = (value: string) => wanted.some((pattern) => compare(base, value, pattern));
  const one = (value: string) => like(value) !== isNot;
  const values = given === undefined ? [] : list(given);
  if (set === "ForAnyValue") return values.some(one);
  if (set === "ForAllValues") return values.every(one);
  // A key that is not in the request matches no positive operator and every negated one.
  if (values.length === 0) return isNot;
  return values.length === 1 && one(values[0] ?? "");
}

function compare(operator: string, value: string, pattern: string): boolean {
  switch (operator) {
    case "StringEquals":
    case "StringNotEquals":
      return value === pattern;
    case "StringLike":
    case "StringNotLike":
    case "ArnEquals":
    case "ArnLike":
      return isLike(value, pattern);
    default:
      throw new Error(`the evaluator does not know ${operator}`);
  }
}

/** `*` is any letters, `?` is one. */
function isLike(value: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s").test(value);
}
