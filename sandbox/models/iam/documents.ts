import { isObject, text, type Value } from "../../values";
import type { Refusal } from "../model";

/** The page that lists IAM's quotas. */
export const iamQuotas = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";

/** Characters that count against IAM's limits: white space does not. */
export const policySize = (document: string) => document.replace(/\s/g, "").length;

/** Refuses a policy document that IAM cannot read. */
export function malformedDocument(property: string, source: string): Refusal {
  return {
    code: "MalformedPolicyDocument",
    source,
    reads: [property],
    atPreview: true,
    when: ({ inputs }) => {
      const document = text(inputs, property);
      return document === undefined ? undefined : mistakeIn(document);
    },
  };
}

function mistakeIn(document: string): string | undefined {
  let parsed: Value;
  try {
    parsed = JSON.parse(document);
  } catch (error) {
    if (error instanceof SyntaxError) return "This policy contains invalid Json";
    throw error;
  }
  if (!isObject(parsed) || parsed.Statement === undefined) return "Syntax errors in policy.";
  const statements = Array.isArray(parsed.Statement) ? parsed.Statement : [parsed.Statement];
  if (statements.length === 0) return "Policy statement must contain at least one statement.";
  for (const statement of statements) {
    if (!isObject(statement)) return "Syntax errors in policy.";
    if (statement.Effect !== "Allow" && statement.Effect !== "Deny") return "Syntax errors in policy.";
    if (statement.Action === undefined && statement.NotAction === undefined) {
      return "Policy statement must contain actions.";
    }
  }
  return undefined;
}
