import { isObject, type Properties, type Value } from "../values";

/** A policy document as it stands, and its statements. */
export interface PolicyDocument {
  document: Properties;
  statements: Properties[];
}

/** Reads a policy document; undefined where it is no JSON object, or its statements are none. */
export function readPolicy(document: string): PolicyDocument | undefined {
  const parsed = parseJson(document);
  if (!isObject(parsed)) return undefined;
  const statements = listOf(parsed.Statement);
  return statements.every(isObject) ? { document: parsed, statements } : undefined;
}

/** The statements of a policy document; none where it cannot be read. */
export const statementsOf = (document: string): Properties[] => readPolicy(document)?.statements ?? [];

/** What a JSON text says; undefined where it is none. */
export function parseJson(text: string): Value | undefined {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** An element that may be one value or a list of them. */
export function listOf(value: Value | undefined): Value[] {
  return value === undefined ? [] : [value].flat();
}

/** The texts of an element, e.g. the actions of a statement. */
export function textsOf(value: Value | undefined): string[] {
  return listOf(value).filter((item) => typeof item === "string");
}

/** Whether `pattern`, with `*` and `?`, can mean `text`. */
export function matchesPattern(pattern: string, text: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`, "s").test(text);
}
