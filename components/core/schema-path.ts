import { z } from "zod";

/** The schema of the setting at `path` below `schema`. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  const inner = child(bare(schema), String(key));
  return inner && schemaAt(inner, rest);
}

/** `schema` without what makes it optional, gives it a default, or changes its value. */
export function bare(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return bare(asType(schema.unwrap()));
  }
  return schema instanceof z.ZodPipe ? bare(asType(schema.in)) : schema;
}

function child(schema: z.ZodType, key: string): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[key] ?? (schema.def.catchall && asType(schema.def.catchall));
  if (schema instanceof z.ZodRecord) return asType(schema.valueType);
  if (schema instanceof z.ZodArray) return asType(schema.element);
  return undefined;
}

/** What zod declares as its core's type is one of the classic ones here: nothing else makes schemas. */
function asType(schema: z.core.$ZodType): z.ZodType {
  return schema as z.ZodType;
}
