import { genericModel } from "./generic";
import type { Model } from "./model";

/** Every type that has a model of its own. */
export const models: readonly Model[] = [];

const byType = new Map(models.map((model) => [model.type, model]));

/** The model of a type, or the generic one. */
export function modelOf(type: string): Model {
  const known = byType.get(type);
  if (known !== undefined) return known;
  const generic = genericModel(type);
  byType.set(type, generic);
  return generic;
}
