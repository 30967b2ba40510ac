import { daysBetween } from "../../policy-packs/core/exceptions/exceptions";
import { environmentOf } from "../../policy-packs/core/standard/environments";
import { dayOf, peekStandard } from "../../policy-packs/core/standard/file";
import { presetOf } from "../../policy-packs/core/standard/settings";
import type { StandardInForce } from "./result";
import { plural } from "./words";

/** What the standard puts in force for stacks of these names, and what it introduces on the day `today`. */
export function standardInForce(
  stacks: readonly string[],
  file = peekStandard(),
  today = dayOf(process.env),
): StandardInForce {
  const introductions = (file.introductions ?? []).map(({ packs = [], rules = [], environments, mandatoryFrom }) => ({
    packs: [...packs],
    rules: [...rules],
    ...(environments && { environments: [...environments] }),
    mandatoryFrom,
    daysLeft: daysBetween(today, mandatoryFrom),
  }));
  return {
    presets: Object.fromEntries(stacks.map((stack) => [stack, presetOf(file, environmentOf(stack, file))])),
    introductions: introductions.filter(({ daysLeft }) => daysLeft > 0),
  };
}

/** In a line or two: the presets, each with its stacks where there are several, and what only advises until when. */
export function standardLines({ presets, introductions }: StandardInForce): string[] {
  const stacks = Object.keys(presets);
  const names = [...new Set(Object.values(presets))];
  const shown = names.map((name) => {
    const own = stacks.filter((stack) => presets[stack] === name);
    return names.length === 1 ? name : `${name} (${own.join(", ")})`;
  });
  const held = introductions.map(({ packs, rules, environments, mandatoryFrom, daysLeft }) => {
    const where = environments ? ` in ${environments.join(", ")}` : "";
    const what = [...packs, ...rules].join(", ");
    return `introduced: ${what}${where}, mandatory from ${mandatoryFrom} (${plural(daysLeft, "day")})`;
  });
  return names.length === 0 ? held : [`standard: ${shown.join(", ")}`, ...held];
}
