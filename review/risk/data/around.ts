import type { Step } from "../../model/step";
import type { RiskContext } from "../judge";
import { startsAt } from "../reading";
import { changeWords, counted, firstOf, kindOf } from "../words";

/** What forces a replacement, with its values. */
export function forcedBy({ diff, replaceKeys }: Step): { readonly paths: string[]; readonly words: string[] } {
  const forcing = diff.filter(({ path, replaces }) => replaces || replaceKeys.includes(path));
  const told = new Set(forcing.map(({ path }) => path));
  // A provider may name the whole property of which a part is told to differ.
  const untold = replaceKeys.filter((key) => ![...told].some((path) => startsAt(path, key)));
  return {
    paths: [...told, ...untold],
    words: [...forcing.map((change) => `forced by ${changeWords(change)}`), ...untold.map((key) => `forced by ${key}`)],
  };
}

/** What was made from a resource: direct ones by name, and how many more there are behind them. */
export function dependentsOf(step: Step, { dependents }: RiskContext): string[] {
  const all = dependents(step.urn);
  if (all.length === 0) return [];
  const direct = all.filter(({ dependsOn }) => dependsOn.includes(step.urn));
  const behind = all.length - direct.length;
  const names = direct.map(({ type, name, stack }) => {
    const where = stack === step.stack ? "" : ` in ${stack}`;
    return `${kindOf(type)} ${name}${where}`;
  });
  const others = new Set(all.map(({ stack }) => stack).filter((stack) => stack !== step.stack));
  return [
    `${counted(direct.length, "resource")} made from it: ${firstOf(names)}`,
    ...(behind > 0 ? [`${behind} more made from these`] : []),
    ...(others.size > 0 ? [`reaches into ${firstOf([...others])}`] : []),
  ];
}

/** A hint that the same thing may only have another name in the program. */
export function renamedTo({ op, stack, type }: Step, { created }: RiskContext): string[] {
  const made = op === "delete" ? created(stack, type) : [];
  if (made.length === 0) return [];
  const names = firstOf(made.map(({ name }) => name));
  return [`${names} of the same type is made in this change: if it is this one under another name, an alias keeps it`];
}
