import { isDeepStrictEqual } from "node:util";
import type { EnforcementLevel } from "@pulumi/policy";
import type { PolicyConfig } from "@pulumi/pulumi/proto/analyzer_pb";
import { z } from "zod";
import { schemaIssues } from "../../components/core/schema-issues";
import { parametersOf, type Rule } from "../core/rule";
import type { Setting, Settings } from "../core/settings";
import { levels } from "./responses";

/** What the engine was given for a pack by `--policy-pack-config`, by the name of the rule. */
export type Configuration = ReadonlyMap<string, Pick<Setting, "level" | "configuration">>;

/** There are mistakes in what the pack was given. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

/**
 * Reads what the engine sends, which is everything that {@link analyzerInfo} told it, with what the user gave over it.
 *
 * @throws ConfigurationError with every mistake, each with its path and what is allowed.
 */
export function readConfiguration(rules: readonly Rule[], sent: Iterable<[string, PolicyConfig]>): Configuration {
  const given = new Map([...sent].map(([name, config]) => [name, settingOf(config)] as const));
  const issues = schemaIssues(
    schemaOf(rules),
    Object.fromEntries([...given].map(([name, { configuration }]) => [name, configuration])),
  );
  if (issues.length > 0) {
    throw new ConfigurationError(issues.map(({ path, reason }) => `${path}: ${reason}`).join("\n"));
  }
  return given;
}

function settingOf(config: PolicyConfig): Pick<Setting, "level" | "configuration"> {
  return { level: levelOf(config), configuration: config.getProperties()?.toJavaScript() ?? {} };
}

function levelOf(config: PolicyConfig): EnforcementLevel {
  const sent = config.getEnforcementlevel();
  const [name] = Object.entries(levels).find(([, level]) => level === sent) ?? [];
  if (name === undefined) throw new ConfigurationError(`there is no enforcement level ${sent}`);
  return name as EnforcementLevel;
}

/** `all` is the engine's word for the level of every rule. */
const schemaOf = (rules: readonly Rule[]) =>
  z.strictObject({
    all: z.strictObject({}).optional(),
    ...Object.fromEntries(
      rules.map(({ name, parameters }) => [name, (parameters?.strict() ?? z.strictObject({})).optional()]),
    ),
  });

/**
 * `settings`, and over them what of `configuration` is not what the engine was told of the stack `told`.
 *
 * A rule whose level is set is no longer being introduced.
 */
export function configured(settings: Settings, configuration: Configuration, told: string): Settings {
  return (rule, stack) => {
    const own = settings(rule, stack);
    const given = configuration.get(rule.name);
    if (given === undefined) return own;
    const before = settings(rule, told);
    const level = given.level === before.level ? {} : { level: given.level, introduction: undefined };
    const changed = !isDeepStrictEqual(
      parametersOf(rule, given.configuration),
      parametersOf(rule, before.configuration),
    );
    return { ...own, ...level, ...(changed && { configuration: given.configuration }) };
  };
}
