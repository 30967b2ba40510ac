import { readFileSync } from "node:fs";
import ts from "typescript";
import type { z } from "zod";

interface Field {
  documentation: string;
  type: ts.TypeNode | undefined;
}

/** Fields of interfaces, by the interface's name and the field's. */
export type Interfaces = Map<string, Map<string, Field>>;

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The interfaces that a TypeScript file declares, with the documentation of their fields. */
export function readInterfaces(file: string): Interfaces {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const interfaces: Interfaces = new Map();
  for (const statement of source.statements) {
    if (!ts.isInterfaceDeclaration(statement)) continue;
    const fields = statement.members.filter(ts.isPropertySignature).map((member): [string, Field] => {
      return [member.name.getText(source), { documentation: documentationOf(member), type: member.type }];
    });
    interfaces.set(statement.name.text, new Map(fields));
  }
  return interfaces;
}

function documentationOf(node: ts.Node): string {
  const paragraphs = ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .flatMap(({ comment }) => (ts.getTextOfJSDocComment(comment) ?? "").split(/\n\s*\n/));
  return paragraphs.map((paragraph) => paragraph.replace(/\s*\n\s*/g, " ").trim()).join("\n\n");
}

/** Gives the properties of `schema`, and of schemas inside it, the documentation of the interface's fields. */
export function describeFields(schema: JsonSchema, interfaceName: string, interfaces: Interfaces): void {
  const fields = interfaces.get(interfaceName);
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const field = fields?.get(name);
    if (typeof property !== "object" || field === undefined) continue;
    property.description ??= field.documentation;
    const inner = namedType(field.type, interfaces);
    const element = property.additionalProperties ?? property.items;
    if (inner !== undefined && isSchema(element)) describeFields(element, inner, interfaces);
  }
}

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The interface that a list or map of it holds: `X[]` and `Record<string, X>`. */
function namedType(type: ts.TypeNode | undefined, interfaces: Interfaces): string | undefined {
  const element =
    type && (ts.isArrayTypeNode(type) ? type.elementType : type.getChildren().at(-2)?.getChildren().at(-1));
  const name = element?.getText();
  return name !== undefined && interfaces.has(name) ? name : undefined;
}
