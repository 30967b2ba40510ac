import { isRecord, parseJson } from "./json";

/** An object in a container definition; keys are in lower case, as ECS and Batch read them in any. */
export type Definition = ReadonlyMap<string, unknown>;

/** Visits every object in `json`, which ECS and Batch define containers by; what is no JSON has none, and AWS refuses it. */
export function forEachDefinition(json: string | undefined, visit: (definition: Definition) => void): undefined {
  if (json !== undefined) walk(parseJson(json), visit);
}

function walk(value: unknown, visit: (definition: Definition) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
  } else if (isRecord(value)) {
    visit(new Map(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), inner])));
    for (const inner of Object.values(value)) walk(inner, visit);
  }
}
