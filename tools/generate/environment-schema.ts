import path from "node:path";
import { z } from "zod";
import { environmentSchema } from "../../stacks/environment-schema";
import { describeFields, readInterfaces } from "./interface-docs";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** JSON Schema of environment files, from which editors complete, check and explain them. */
export function environmentJsonSchema(): JsonSchema {
  // Draft 7 is what yaml-language-server reads best. "input": what a file says, before defaults are filled in.
  const schema = z.toJSONSchema(environmentSchema, { target: "draft-7", io: "input" });
  describeSection(schema, "network", "NetworkArgs");
  describeSection(schema, "cluster", "ClusterArgs");
  return schema;
}

/** Explains the settings of a section by the documentation of the component's arguments, which they are. */
function describeSection(schema: JsonSchema, section: "network" | "cluster", args: string): void {
  const properties = schema.properties?.[section];
  if (typeof properties !== "object") throw new Error(`environment files have no section ${section}`);
  const types = path.resolve(__dirname, `../../components/${section}/types.ts`);
  describeFields(properties, args, readInterfaces(types));
}
