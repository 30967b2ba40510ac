import { isDeepStrictEqual } from "node:util";
import type { EnforcementLevel } from "@pulumi/policy";
import type { PolicyConfig } from "@pulumi/pulumi/proto/analyzer_pb";
import { z } from "zod";
import { schemaIssues } from "../../components/core/schema-issues";
import { parametersOf, type Rule } from "../core/rule";
import type { Setting, Settings } from "../core/settings";
import { defaultsOf } from "./info";
import { levels } from "./responses";

/** What the user gave for a pack by `--policy-pack-config`, by the name of the rule: what is not as the engine was told. */
export type Configuration = ReadonlyMap<string, Partial<Setting>>;

/** There are mistakes in what the pack was given. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

/**
 * Reads what the engine sends, which is everything that {@link analyzerInfos} told it, with what the user gave over it.
 *
 * Only the latter is read closely: rules are many, and what they were told as is as good as it was.
 *
 * @param told How rules are in force in the stack that the engine was told of.
 * @throws ConfigurationError with every mistake, each with its path and what is allowed.
 */
export function readConfiguration(
  rules: readonly Rule[],
  sent: Iterable<[string, PolicyConfig]>,
  told: (rule: Rule) => Setting,
): Configuration {
  const given = new Map([...sent].map(([name, config]) => [name, settingOf(config)] as const));
  for (const rule of rules) {
    if (isAsTold(rule, told(rule), given.get(rule.name))) given.delete(rule.name);
  }
  if (given.size === 0) return new Map();
  const configurations = [...given].map(([name, { configuration }]) => [name, configuration]);
  const issues = schemaIssues(schemaOf(rules), Object.fromEntries(configurations));
  if (issues.length > 0) {
    throw new ConfigurationError(issues.map(({ path, reason }) => `${path}: ${reason}`).join("\n"));
  }
  return new Map(
    rules.flatMap((rule) => {
      const setting = given.get(rule.name);
      return setting ? [[rule.name, changes(rule, told(rule), setting)]] : [];
    }),
  );
}

type Given = Pick<Setting, "level" | "configuration">;

/** Whether the engine sends of `rule` what it was told, beside the defaults that it finds in the rule's schema. */
function isAsTold(rule: Rule, told: Given, sent: Given | undefined): boolean {
  if (sent?.level !== told.level) return false;
  return isDeepStrictEqual(sent.configuration, { ...defaultsOf(rule), ...told.configuration });
}

/** A rule whose level is set is no longer being introduced. */
function changes(rule: Rule, told: Given, { level, configuration }: Given): Partial<Setting> {
  const [before, after] = [told.configuration, configuration].map((one) => parametersOf(rule, one));
  return {
    ...(level !== told.level && { level, introduction: undefined }),
    ...(!isDeepStrictEqual(before, after) && { configuration }),
  };
}

function settingOf(config: PolicyConfig): Given {
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

/** `settings`, and over them `configuration`. */
export const configured =
  (settings: Settings, configuration: Configuration): Settings =>
  (rule, stack) => ({ ...settings(rule, stack), ...configuration.get(rule.name) });
