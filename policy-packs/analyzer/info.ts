import {
  AnalyzerInfo,
  PolicyConfig,
  PolicyConfigSchema,
  PolicyInfo,
  PolicyType,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { z } from "zod";
import type { Parameters, Rule } from "../core/rule";
import type { Setting, Settings } from "../core/settings";
import { levels, type Pack, severities } from "./responses";

/**
 * What the pack is and what is in it, by the name of a stack: one policy a rule, as it is in force there.
 *
 * The engine lays what `--policy-pack-config` says over this and sends all of it back: see configuration.ts. Written once for
 * all stacks in which the same is in force, because a pack may serve an engine for each.
 */
export function analyzerInfos(pack: Pack, settings: Settings): (stack: string) => Buffer {
  const written = new Map<string, Buffer>();
  return (stack) => {
    const inForce = pack.rules.map((rule) => ({ rule, setting: settings(rule, stack) }));
    const key = JSON.stringify(inForce.map(({ setting: { level, configuration } }) => [level, configuration]));
    const bytes = written.get(key) ?? Buffer.from(analyzerInfo(pack, inForce).serializeBinary());
    written.set(key, bytes);
    return bytes;
  };
}

function analyzerInfo({ name, version }: Pack, inForce: readonly { rule: Rule; setting: Setting }[]): AnalyzerInfo {
  const info = new AnalyzerInfo().setName(name).setVersion(version).setSupportsconfig(true);
  for (const { rule, setting } of inForce) {
    const level = levels[setting.level];
    info.addPolicies(policyInfo(rule).setEnforcementlevel(level));
    // Of the others the engine knows all: level and defaults are those of the policy.
    if (Object.keys(setting.configuration).length === 0) continue;
    const config = new PolicyConfig().setEnforcementlevel(level).setProperties(structOf(setting.configuration));
    info.getInitialconfigMap().set(rule.name, config);
  }
  return info;
}

function policyInfo({ name, title, severity, scope, remediationSteps, parameters }: Rule): PolicyInfo {
  return new PolicyInfo()
    .setName(name)
    .setDisplayname(title)
    .setDescription(title)
    .setSeverity(severities[severity])
    .setPolicyType(scope === "stack" ? PolicyType.POLICY_TYPE_STACK : PolicyType.POLICY_TYPE_RESOURCE)
    .setRemediationSteps(remediationSteps)
    .setConfigschema(parameters && configSchemaOf(parameters));
}

const configSchemaOf = (parameters: Parameters): PolicyConfigSchema =>
  new PolicyConfigSchema().setProperties(structOf(propertiesOf(parameters)));

/** The defaults that the engine reads out of the schema of `rule`. */
export const defaultsOf = ({ parameters }: Rule): object =>
  Object.fromEntries(
    Object.entries(parameters ? propertiesOf(parameters) : {}).flatMap(([name, property]) =>
      typeof property === "object" && "default" in property ? [[name, property.default]] : [],
    ),
  );

/** For the engine, which lets unknown names pass, and those who read it; configuration.ts does not. */
function propertiesOf(parameters: Parameters): JsonSchemas {
  const known = schemas.get(parameters);
  if (known) return known;
  const { properties = {} } = z.toJSONSchema(parameters, { io: "input" });
  schemas.set(parameters, properties);
  return properties;
}

type JsonSchemas = NonNullable<z.core.JSONSchema.BaseSchema["properties"]>;
const schemas = new WeakMap<Parameters, JsonSchemas>();

/** By way of JSON: what is undefined is absent. */
const structOf = (object: object): Struct => Struct.fromJavaScript(JSON.parse(JSON.stringify(object)));
