import { parsePath } from "../../sandbox/console/paths";
import type { Properties } from "../model/step";
import type { Shown } from "../model/values";

/** The value at a path of the engine, e.g. `ingress[0].cidrBlocks`; undefined where there is none. */
export function valueAt(properties: Properties | undefined, path: string): Shown | undefined {
  const steps = parsePath(path) ?? [path];
  return steps.reduce<Shown | undefined>((holder, key) => {
    if (typeof holder !== "object" || holder === null) return undefined;
    if (Array.isArray(holder) !== (typeof key === "number")) return undefined;
    return Object.hasOwn(holder, key) ? (holder as Record<string | number, Shown>)[key] : undefined;
  }, properties);
}
