import { z } from "zod";

/** Where a rule is asked for, of what a company needs in some environments only. */
export const stacks = z
  .array(z.string())
  .default(["*"])
  .describe("Names of the stacks that it is asked of, with * for any characters, e.g. prod-*; default: every stack");

/** The name of the stack that the resource `urn` is in; empty where it is no URN. */
export const stackNameOf = (urn: string): string => /^urn:pulumi:([^:]*)::/.exec(urn)?.[1] ?? "";

/** Whether the resource `urn` is in one of the stacks of these names. */
export function isInStack(urn: string, names: readonly string[]): boolean {
  const stack = stackNameOf(urn);
  return names.some((name) => pattern(name).test(stack));
}

function pattern(name: string): RegExp {
  const literal = name.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replaceAll("*", ".*")}$`);
}
