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
import type { Settings } from "../core/settings";
import { levels, type Pack, severities } from "./responses";

/**
 * What the pack is and what is in it: one policy a rule, as it is in force for the stack of that name.
 *
 * The engine lays what `--policy-pack-config` says over this and sends all of it back: see configuration.ts.
 */
export function analyzerInfo({ name, version, rules }: Pack, settings: Settings, stack: string): AnalyzerInfo {
  const info = new AnalyzerInfo()
    .setName(name)
    .setVersion(version)
    .setSupportsconfig(true)
    .setPoliciesList(rules.map((rule) => policyInfo(rule).setEnforcementlevel(levels[settings(rule, stack).level])));
  for (const rule of rules) {
    const { level, configuration } = settings(rule, stack);
    const config = new PolicyConfig().setEnforcementlevel(levels[level]).setProperties(structOf(configuration));
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

/** For the engine, which lets unknown names pass, and those who read it; configuration.ts does not. */
function configSchemaOf(parameters: Parameters): PolicyConfigSchema {
  const { properties = {} } = z.toJSONSchema(parameters, { io: "input" });
  return new PolicyConfigSchema().setProperties(structOf(properties));
}

/** By way of JSON: what is undefined is absent. */
const structOf = (object: object): Struct => Struct.fromJavaScript(JSON.parse(JSON.stringify(object)));
