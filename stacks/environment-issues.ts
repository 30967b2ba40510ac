import { z } from "zod";
import type { ArgsIssue } from "../components/core/errors";
import { reasonOf } from "../components/core/reasons";
import { checkRules } from "./environment-rules";
import { environmentSchema } from "./environment-schema";
import { bare, schemaAt } from "./schema-path";

/** Everything that is wrong with the settings `raw` of an environment file, each with what is allowed. */
export function settingsIssues(raw: unknown): ArgsIssue[] {
  const found = environmentSchema.safeParse(raw, { error: reasonOf }).error?.issues ?? [];
  const misspelt = new Set<string>();
  const unknown = found.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? unknownSettings(issue, misspelt) : [],
  );
  const wrong = found
    .filter(({ code }) => code !== "unrecognized_keys")
    // A setting under a misspelt name is one mistake, not two.
    .filter(({ path }) => valueAt(raw, path) !== undefined || !misspelt.has(path.join(".")))
    .map((issue) => explain(issue, raw));
  const between = checkRules(raw).map(({ path, reason }) => ({
    path,
    reason: `${shown(valueAt(raw, path.split(".")))}${reason}`,
  }));
  return [...wrong, ...unknown, ...between];
}

function explain(issue: z.core.$ZodIssue, raw: unknown): ArgsIssue {
  const value = valueAt(raw, issue.path);
  const missing = value === undefined ? "is missing; " : shown(value);
  const reason = reasonFor(issue, value);
  const example = reason.includes("e.g.") ? "" : exampleOf(schemaAt(environmentSchema, issue.path));
  return { path: issue.path.join("."), reason: `${missing}${reason}${example}` };
}

function reasonFor(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === "invalid_key") return issue.issues.map(({ message }) => message).join(", ");
  // YAML reads 1.34 and 111122223333 as numbers.
  const unquoted = issue.code === "invalid_type" && issue.expected === "string" && typeof value === "number";
  return unquoted ? "must be in quotes" : issue.message;
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => Object(inner)[key], raw);
}

/** How a value is told that a reason is about. Whole lists and maps are not repeated. */
function shown(value: unknown): string {
  return value === undefined || value === null || typeof value === "object" ? "" : `${JSON.stringify(value)} `;
}

function exampleOf(schema: z.ZodType | undefined): string {
  const examples = (schema?.meta() ?? (schema && bare(schema).meta()))?.examples;
  return Array.isArray(examples) ? `, e.g. ${JSON.stringify(examples[0])}` : "";
}

/** Explains settings that there are none of; adds to `misspelt` those that seem to be meant. */
function unknownSettings({ keys, path }: z.core.$ZodIssueUnrecognizedKeys, misspelt: Set<string>): ArgsIssue[] {
  const schema = schemaAt(environmentSchema, path);
  const section = schema && bare(schema);
  const known = section instanceof z.ZodObject ? Object.keys(section.shape) : [];
  return keys.map((key) => {
    const meant = nearest(key, known);
    if (meant !== undefined) misspelt.add([...path, meant].join("."));
    const help = meant === undefined ? `here are ${known.join(", ")}` : `did you mean ${meant}?`;
    return { path: [...path, key].join("."), reason: `is no setting; ${help}` };
  });
}

/** The name of `known` that `key` is most like, if any is like it. */
function nearest(key: string, known: string[]): string | undefined {
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
