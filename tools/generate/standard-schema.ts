import { z } from "zod";
import { standardSchema } from "../../policy-packs/core/standard/schema";
import { packs } from "../../policy-packs/rules";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** JSON Schema of `policy-packs/standard.yaml`, from which editors complete and check rules and their parameters. */
export function standardJsonSchema(): JsonSchema {
  // Draft 7 is what yaml-language-server reads best. "input": what a file says, before defaults are filled in.
  const schema = z.toJSONSchema(standardSchema(packs), { target: "draft-7", io: "input" });
  // The rules stand in it twice, for all stacks and for those of an environment.
  const environment = propertyOf(schema, "environments").additionalProperties;
  if (typeof environment !== "object") throw new Error("the environments of the standard have no form");
  const rules = propertyOf(schema, "rules");
  const reference = { $ref: "#/definitions/rules" };
  Object.assign(schema.properties ?? {}, { rules: reference });
  Object.assign(environment.properties ?? {}, { rules: reference });
  return { ...schema, definitions: { rules } };
}

function propertyOf({ properties }: JsonSchema, name: string): JsonSchema {
  const property = properties?.[name];
  if (typeof property !== "object") throw new Error(`the standard has no ${name}`);
  return property;
}

/** The pack of each rule, for packs that are used alone: they do not have the others, but know their names. */
export const ruleNames = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(packs)
      .flatMap(([pack, rules]) => rules.map(({ name }): [string, string] => [name, pack]))
      .sort(([one], [other]) => one.localeCompare(other)),
  );
