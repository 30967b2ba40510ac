import type { z } from "zod";
import type { ArgsIssue } from "./errors";

interface Checked {
  /** What the validator made of the value; undefined where an issue was found. */
  data: unknown;
  issues: ArgsIssue[];
}

/**
 * What `schema` makes of `value`, which the caller gave as `key`.
 *
 * Each issue says where it is, what is wrong and what is allowed. A validator's
 * own message is kept; where it has none, `reasonOf` words one. None repeats a
 * value, which may be a secret.
 */
export function checkValue(key: string, schema: z.ZodType, value: unknown): Checked {
  const result = schema.safeParse(value, { error: reasonOf });
  if (result.success) return { data: result.data, issues: [] };
  const issues = result.error.issues.flatMap((issue) => {
    const path = [key, ...issue.path].join(".");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((unknown) => ({ path: `${path}.${unknown}`, reason: issue.message }));
    }
    const message =
      issue.code === "invalid_key" ? issue.issues.map((inner) => inner.message).join(", ") : issue.message;
    return [{ path, reason: at(value, issue.path) === undefined ? `is missing: ${message}` : message }];
  });
  return { data: undefined, issues };
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner !== null && typeof inner === "object" ? Reflect.get(inner, key) : undefined),
    value,
  );
}

/** Words for what zod finds by itself; undefined leaves its own. */
export function reasonOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${kinds[issue.expected] ?? `of type ${issue.expected}`}`;
    case "invalid_value":
      return `must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.map(String).join(", ")}`;
    case "too_small":
      return `must ${measure(issue.origin, "at least", issue.minimum)}`;
    case "too_big":
      return `must ${measure(issue.origin, "at most", issue.maximum)}`;
    case "unrecognized_keys":
      return `is not a field here${fieldsOf(issue.inst)}`;
    default:
      return undefined;
  }
}

const kinds: Record<string, string> = {
  string: "a string",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "a map",
};

function measure(origin: string, bound: string, limit: number | bigint): string {
  if (origin === "array") return `have ${bound} ${limit} items`;
  if (origin === "string") return `have ${bound} ${limit} characters`;
  return `be ${bound} ${limit}`;
}

/** The fields that the object schema `inst` has, in words. */
function fieldsOf(inst: unknown): string {
  const shape = inst !== null && typeof inst === "object" ? Reflect.get(inst, "shape") : undefined;
  return shape ? `, only ${Object.keys(shape).join(", ")}` : "";
}
