import { daysBetween } from "../exceptions/exceptions";
import type { Rule } from "../rule";
import type { Introduction, Setting, Settings } from "../settings";
import { environmentOf } from "./environments";
import { byPreset, type PresetName } from "./presets";
import type { Packs, RuleSetting, StandardFile } from "./schema";

/** The preset in force for the stacks of an environment, or for those of none. */
export function presetOf(file: StandardFile, environment: string | undefined): PresetName {
  return file.environments?.[environment ?? ""]?.preset ?? file.preset ?? "standard";
}

/** How `rule` is in force in an environment, or in stacks that are in none. */
export type EnvironmentSettings = (rule: Rule, environment: string | undefined) => Setting;

/**
 * How rules are in force by `file` on the day `today`: what it says of a rule in an environment goes before what it says
 * of the rule, and that before the preset. Parameters are joined one by one; an introduction holds back what comes of it.
 */
export function environmentSettingsOf(file: StandardFile, packs: Packs, today: string): EnvironmentSettings {
  const packOf = new Map(Object.entries(packs).flatMap(([pack, rules]) => rules.map(({ name }) => [name, pack])));
  return (rule, environment) => {
    const pack = packOf.get(rule.name) ?? "";
    const preset = byPreset(presetOf(file, environment), rule, pack);
    const own: (RuleSetting | undefined)[] = [
      file.rules?.[rule.name],
      file.environments?.[environment ?? ""]?.rules?.[rule.name],
    ];
    const level = own.reduce((before, setting) => setting?.level ?? before, preset.level);
    const configuration = Object.assign({}, preset.parameters, ...own.map((setting) => setting?.parameters));
    return introduced({ level, configuration }, introductionOf(file, { rule, pack, environment }, today));
  };
}

/** The same by the name of a stack. */
export function settingsOf(file: StandardFile, packs: Packs, today: string): Settings {
  const settings = environmentSettingsOf(file, packs, today);
  return (rule, stack) => settings(rule, environmentOf(stack, file));
}

/** A rule that would stop deployments only advises while it is being introduced. */
function introduced(setting: Setting, introduction: Introduction | undefined): Setting {
  const stops = setting.level === "mandatory" || setting.level === "remediate";
  return introduction && stops ? { ...setting, level: "advisory", introduction } : setting;
}

interface Subject {
  readonly rule: Rule;
  readonly pack: string;
  readonly environment: string | undefined;
}

/** Of several introductions that name a rule, the last to end. */
function introductionOf(
  { introductions = [] }: StandardFile,
  { rule, pack, environment = "" }: Subject,
  today: string,
): Introduction | undefined {
  const [mandatoryFrom] = introductions
    .filter(({ packs = [], rules = [] }) => packs.includes(pack) || rules.includes(rule.name))
    .filter(({ environments }) => environments === undefined || environments.includes(environment))
    .map((introduction) => introduction.mandatoryFrom)
    .sort()
    .reverse();
  if (mandatoryFrom === undefined) return undefined;
  const daysLeft = daysBetween(today, mandatoryFrom);
  return daysLeft > 0 ? { mandatoryFrom, daysLeft } : undefined;
}
