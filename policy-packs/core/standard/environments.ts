import { matches } from "../exceptions/exceptions";
import type { EnvironmentSetting, StandardFile } from "./schema";

/** Patterns of the names of an environment's stacks. */
export const patternsOf = (name: string, { stacks }: EnvironmentSetting): readonly string[] => stacks ?? [`${name}-*`];

/** The environment that the stack is in by its name: of several, the one whose pattern says most of it. */
export function environmentOf(stack: string, { environments = {} }: StandardFile): string | undefined {
  const [best] = Object.entries(environments)
    .flatMap(([name, environment]) => patternsOf(name, environment).map((pattern) => ({ name, pattern })))
    .filter(({ pattern }) => matches(pattern, stack))
    .sort((one, other) => literals(other.pattern) - literals(one.pattern));
  return best?.name;
}

const literals = (pattern: string): number => pattern.replaceAll("*", "").length;
