import { daysBetween, type Entry } from "../../policy-packs/core/exceptions/exceptions";
import { parametersOf, type Rule } from "../../policy-packs/core/rule";
import { patternsOf } from "../../policy-packs/core/standard/environments";
import type { Standard } from "../../policy-packs/core/standard/file";
import type { Packs } from "../../policy-packs/core/standard/schema";
import { environmentSettingsOf, presetOf } from "../../policy-packs/core/standard/settings";
import { standardInForce } from "../report/standard";
import type { ListedException, ListedRule, PoliciesResult } from "./list-result";

/**
 * The rules of `packs` as they are in force in each environment, and what is accepted.
 *
 * @param environments Names of those whose stacks the standard names nowhere.
 * @param chosen Names of the packs that are listed. Default: all.
 */
export function listPolicies(
  { file, exceptions }: Standard,
  packs: Packs,
  environments: readonly string[],
  chosen: readonly string[] = Object.keys(packs),
): PoliciesResult {
  const names = [...new Set([...environments, ...Object.keys(file.environments ?? {})])].sort();
  const settings = environmentSettingsOf(file, packs, exceptions.today);
  const listed = (rule: Rule, pack: string): ListedRule => {
    const inForce = names.map((name) => ({ name, ...settings(rule, name) }));
    const held = inForce.flatMap(({ name, introduction }) =>
      introduction ? [[name, introduction.mandatoryFrom]] : [],
    );
    const { name, title, severity, parameters, controls } = rule;
    return {
      pack,
      name,
      title,
      severity,
      levels: Object.fromEntries(inForce.map((one) => [one.name, one.level])),
      ...(held.length > 0 && { mandatoryFrom: Object.fromEntries(held) }),
      ...(parameters && {
        parameters: Object.fromEntries(
          // What a rule's parameters are parsed into is an object: they are one.
          inForce.map((one) => [one.name, parametersOf(rule, one.configuration) as Record<string, unknown>]),
        ),
      }),
      controls: Object.fromEntries(Object.entries(controls).map(([framework, ids]) => [framework, [...ids]])),
    };
  };
  return {
    version: 1,
    environments: names.map((name) => ({
      name,
      preset: presetOf(file, name),
      stacks: [...patternsOf(name, file.environments?.[name] ?? {})],
    })),
    rules: chosen.flatMap((pack) => (packs[pack] ?? []).map((rule) => listed(rule, pack))),
    introductions: standardInForce([], file, exceptions.today).introductions,
    exceptions: exceptions.entries.map((entry) => listedException(entry, exceptions.today)),
  };
}

function listedException({ position, exception, problem }: Entry, today: string): ListedException {
  const { rule = "", resource = "", owner = "", expires = "" } = exception;
  const about = { position, rule, resource, owner, expires };
  return problem === undefined ? { ...about, daysLeft: daysBetween(today, expires) } : { ...about, problem };
}
