import { z } from "zod";
import type { ArgsIssue } from "./errors";
import { reasonOf } from "./reasons";
import { bare, schemaAt } from "./schema-path";

/** Names that are told where none is like the one given; of more, none is. */
const mostListed = 20;

/**
 * Everything in `raw`, which a person wrote, that `schema` does not allow: each with what is wrong, what is allowed and,
 * where the schema has one, an example; names that there are not with the name that was probably meant.
 */
export function schemaIssues(schema: z.ZodType, raw: unknown): ArgsIssue[] {
  const found = schema.safeParse(raw, { error: reasonOf }).error?.issues ?? [];
  const misspelt = new Set<string>();
  const unknown = found.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? unknownSettings(schema, issue, misspelt) : [],
  );
  const wrong = found
    .filter(({ code }) => code !== "unrecognized_keys")
    // A setting under a misspelt name is one mistake, not two.
    .filter(({ path }) => valueAt(raw, path) !== undefined || !misspelt.has(path.join(".")))
    .map((issue) => explain(schema, issue, raw));
  return [...wrong, ...unknown];
}

function explain(schema: z.ZodType, issue: z.core.$ZodIssue, raw: unknown): ArgsIssue {
  const value = valueAt(raw, issue.path);
  const missing = value === undefined ? "is missing; " : shown(value);
  const reason = reasonFor(issue, value);
  const example = reason.includes("e.g.") ? "" : exampleOf(schemaAt(schema, issue.path));
  return { path: issue.path.join("."), reason: `${missing}${reason}${example}` };
}

function reasonFor(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === "invalid_key") return issue.issues.map(({ message }) => message).join(", ");
  if (issue.code === "invalid_value" && issue.values.length > mostListed) {
    const meant = nearest(String(value), issue.values.map(String));
    return meant === undefined ? "is none that there is" : `is none that there is; did you mean ${meant}?`;
  }
  // YAML reads 1.34 and 111122223333 as numbers.
  const unquoted = issue.code === "invalid_type" && issue.expected === "string" && typeof value === "number";
  return unquoted ? "must be in quotes" : issue.message;
}

/** The value at `path` in `raw`. */
export function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => Object(inner)[key], raw);
}

/** How a value is told that a reason is about. Whole lists and maps are not repeated. */
export function shown(value: unknown): string {
  return value === undefined || value === null || typeof value === "object" ? "" : `${JSON.stringify(value)} `;
}

function exampleOf(schema: z.ZodType | undefined): string {
  const examples = (schema?.meta() ?? (schema && bare(schema).meta()))?.examples;
  return Array.isArray(examples) ? `, e.g. ${JSON.stringify(examples[0])}` : "";
}

/** Explains settings that there are none of; adds to `misspelt` those that seem to be meant. */
function unknownSettings(
  schema: z.ZodType,
  { keys, path }: z.core.$ZodIssueUnrecognizedKeys,
  misspelt: Set<string>,
): ArgsIssue[] {
  const inner = schemaAt(schema, path);
  const section = inner && bare(inner);
  const known = section instanceof z.ZodObject ? Object.keys(section.shape) : [];
  return keys.map((key) => {
    const meant = nearest(key, known);
    if (meant !== undefined) misspelt.add([...path, meant].join("."));
    const others = known.length > mostListed ? "and none here is like it" : `here are ${known.join(", ")}`;
    const help = meant === undefined ? others : `did you mean ${meant}?`;
    return { path: [...path, key].join("."), reason: `is no setting; ${help}` };
  });
}

/** The name of `known` that `key` is most like, if any is like it. */
export function nearest(key: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((name) => ({ name, distance: editDistance(key.toLowerCase(), name.toLowerCase()) }))
    .sort((one, other) => one.distance - other.distance);
  return best !== undefined && best.distance <= Math.max(2, key.length / 3) ? best.name : undefined;
}

/** Insertions, deletions and replacements of one character that make `to` of `from` (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, character] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const replaced = (row[column] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
