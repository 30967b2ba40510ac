import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { listEnvironments } from "../../stacks/environment";
import { environmentSchema } from "../../stacks/environment-schema";

const folder = path.resolve(__dirname, "../../stacks/environments");
const jsonSchema = JSON.parse(readFileSync(path.join(folder, "environment.schema.json"), "utf8"));
const editor = new Ajv().compile(jsonSchema);
const sample = (name: string) => parse(readFileSync(path.join(folder, `${name}.yaml`), "utf8"));

describe("the JSON Schema of environment files", () => {
  it.each(listEnvironments())("takes %s as the loader does", (name) => {
    expect(editor(sample(name))).toBe(true);
    expect(environmentSchema.safeParse(sample(name)).success).toBe(true);
  });

  it.each<[what: string, path: string[], value: unknown]>([
    ["an account that is a number", ["accountId"], 111122223333],
    ["a region that is none", ["region"], "europe"],
    ["no network", ["network"], undefined],
    ["an unknown setting", ["regoin"], "eu-west-1"],
    ["an unknown setting of the cluster", ["cluster", "versoin"], "1.36"],
    ["an unknown classification", ["tags", "data-classification"], "secret"],
    ["a derived tag", ["tags", "managed-by"], "me"],
    ["one zone", ["network", "zones"], ["eu-west-1a"]],
    ["an unknown way out", ["network", "natMode"], "twice"],
    ["an unknown compute", ["cluster", "compute"], "fargate"],
    ["a node group without sizes", ["cluster", "nodeGroups"], { general: { instanceTypes: ["m7g.large"] } }],
    ["a limit below nothing", ["review"], { maxMonthlyDeltaUsd: -1 }],
    ["an unknown level of approval", ["review"], { approveAt: { data: "always" } }],
    ["an unknown assumption", ["review"], { usage: { natGb: 1 } }],
    ["an unknown access policy", ["cluster", "accessEntries", "developers", "accessPolicy"], "root"],
  ])("refuses %s as the loader does", (_what, setting, value) => {
    const file = sample("dev");
    const section = setting.slice(0, -1).reduce((inner, key) => inner[key], file);
    section[setting.at(-1) ?? ""] = value;
    expect(editor(file)).toBe(false);
    expect(environmentSchema.safeParse(file).success).toBe(false);
  });

  it("explains every setting", () => {
    expect(undescribed(jsonSchema, [])).toEqual([]);
  });
});

interface JsonSchema {
  description?: string;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
}

/** Paths of settings, at any depth, that have no description. */
function undescribed(schema: JsonSchema, at: string[]): string[] {
  const inner = [schema.additionalProperties, schema.items].filter((element) => typeof element === "object");
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) => [
      ...(property.description === undefined ? [[...at, name].join(".")] : []),
      ...undescribed(property, [...at, name]),
    ]),
    ...inner.flatMap((element) => undescribed(element, [...at, "*"])),
  ];
}
