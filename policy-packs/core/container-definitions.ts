import { isRecord, parseJson } from "./json";

/** An object in a container definition; keys are in lower case, as ECS and Batch read them in any. */
export type Definition = ReadonlyMap<string, unknown>;

/** Visits every object in `json`, which ECS and Batch define containers by; what is no JSON has none, and AWS refuses it. */
export function forEachDefinition(json: string | undefined, visit: (definition: Definition) => void): undefined {
  if (json !== undefined) walk(parseJson(json), visit);
}

/** Visits each container of an ECS task in `json`; what is no JSON has none, and AWS refuses it. */
export function forEachContainer(json: string | undefined, visit: (container: Definition) => void): undefined {
  if (json === undefined) return;
  for (const container of [parseJson(json)].flat()) if (isRecord(container)) visit(definitionOf(container));
}

const definitionOf = (object: Readonly<Record<string, unknown>>): Definition =>
  new Map(Object.entries(object).map(([key, inner]) => [key.toLowerCase(), inner]));

function walk(value: unknown, visit: (definition: Definition) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
  } else if (isRecord(value)) {
    visit(definitionOf(value));
    for (const inner of Object.values(value)) walk(inner, visit);
  }
}
