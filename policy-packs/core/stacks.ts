import { z } from "zod";
import { matchesAny } from "./wildcard";

/** Where a rule is asked for, of what a company needs in some environments only. */
export const stacks = z
  .array(z.string())
  .default(["*"])
  .describe("Names of the stacks that it is asked of, with * for any characters, e.g. prod-*; default: every stack");

/** Where a rule is asked for that only production needs. */
export const productionStacks = z
  .array(z.string())
  .default(["prod", "prod-*", "production", "production-*"])
  .describe("Names of the stacks that it is asked of, with * for any characters");

/** The name of the stack that the resource `urn` is in; empty where it is no URN. */
export const stackNameOf = (urn: string): string => /^urn:pulumi:([^:]*)::/.exec(urn)?.[1] ?? "";

/** Whether the resource `urn` is in one of the stacks of these names. */
export const isInStack = (urn: string, names: readonly string[]): boolean => matchesAny(stackNameOf(urn), names);
