import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type ts from "typescript";
import type { Kind, ObjectShape, ResourceShape, ServiceShapes } from "./shape";

let loaded: typeof ts | undefined;

/** TypeScript's parser, loaded only where there is something to read: that takes 0.14 s and 60 MB. */
function compiler(): typeof ts {
  loaded ??= createRequire(__filename)("typescript") as typeof ts;
  return loaded;
}

/** Folder of the installed @pulumi/aws. */
export const sdkFolder = path.dirname(createRequire(__filename).resolve("@pulumi/aws/package.json"));

/** Folders of the SDK that have resources, by their index. */
export function services(): string[] {
  return readdirSync(sdkFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "node_modules" && entry.name !== "types")
    .map(({ name }) => name);
}

/** Reads what the SDK declares in a service: its resources' classes, and the nested objects of types/input.d.ts. */
export function readService(service: string): ServiceShapes {
  const shapes: ServiceShapes = { resources: {}, objects: {} };
  const folder = path.join(sdkFolder, service);
  if (!services().includes(service)) return shapes;
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".d.ts"))) {
    const compiled = path.join(folder, file.replace(/\.d\.ts$/, ".js"));
    const type = /static __pulumiType = '([^']+)'/.exec(readFileSync(compiled, "utf8"))?.[1];
    if (type !== undefined) shapes.resources[type] = readResource(readFileSync(path.join(folder, file), "utf8"), type);
  }
  for (const declared of interfacesOf(namespaceOf(service))) shapes.objects[declared.name.text] = readObject(declared);
  return shapes;
}

function readResource(source: string, type: string): ResourceShape {
  const t = compiler();
  const name = type.split(":").at(-1) ?? type;
  const { statements } = t.createSourceFile(`${name}.d.ts`, source, t.ScriptTarget.Latest, true);
  const args = statements.filter(t.isInterfaceDeclaration).find((declared) => declared.name.text === `${name}Args`);
  const resource = statements.filter(t.isClassDeclaration).find((declared) => declared.name?.text === name);
  if (args === undefined || resource === undefined) throw new Error(`@pulumi/aws does not declare ${type} as expected`);
  const outputs = resource.members.filter(t.isPropertyDeclaration).map((member) => nameOf(member.name));
  return { ...readObject(args), outputs };
}

/**
 * The text of a service's namespace in types/input.d.ts.
 *
 * A service's part is cut out of the 5.7 MB before it is parsed: the whole takes four times as long as all of EC2.
 */
function namespaceOf(service: string): string {
  const source = readFileSync(path.join(sdkFolder, "types/input.d.ts"), "utf8");
  const start = source.indexOf(`export declare namespace ${service} {`);
  return start < 0 ? "" : source.slice(start, source.indexOf("\n}", start) + 2);
}

function interfacesOf(namespace: string): ts.InterfaceDeclaration[] {
  const t = compiler();
  const { statements } = t.createSourceFile("input.d.ts", namespace, t.ScriptTarget.Latest, true);
  const bodies = statements.filter(t.isModuleDeclaration).map(({ body }) => body);
  return bodies.flatMap((body) =>
    body && t.isModuleBlock(body) ? body.statements.filter(t.isInterfaceDeclaration) : [],
  );
}

function readObject(declared: ts.InterfaceDeclaration): ObjectShape {
  const t = compiler();
  const shape: ObjectShape = { properties: {}, required: [], deprecated: [] };
  for (const member of declared.members.filter(t.isPropertySignature)) {
    const name = nameOf(member.name);
    shape.properties[name] = kindOf(member.type);
    if (member.questionToken === undefined) shape.required.push(name);
    if (t.getJSDocDeprecatedTag(member) !== undefined) shape.deprecated.push(name);
  }
  return shape;
}

function nameOf(name: ts.PropertyName): string {
  const t = compiler();
  if (t.isIdentifier(name) || t.isStringLiteral(name)) return name.text;
  throw new Error("@pulumi/aws declares a property whose name is no name");
}

function kindOf(node: ts.TypeNode | undefined): Kind {
  const t = compiler();
  if (node === undefined) return "any";
  if (t.isParenthesizedTypeNode(node)) return kindOf(node.type);
  if (t.isArrayTypeNode(node)) return { list: kindOf(node.elementType) };
  if (t.isUnionTypeNode(node)) return kindOfUnion(node);
  if (t.isTypeReferenceNode(node)) return kindOfReference(node);
  if (t.isTypeLiteralNode(node)) {
    const [index] = node.members;
    return index !== undefined && t.isIndexSignatureDeclaration(index) ? { map: kindOf(index.type) } : "any";
  }
  const { SyntaxKind } = t;
  if (node.kind === SyntaxKind.StringKeyword) return "string";
  if (node.kind === SyntaxKind.NumberKeyword) return "number";
  return node.kind === SyntaxKind.BooleanKeyword ? "boolean" : "any";
}

function kindOfUnion({ types }: ts.UnionTypeNode): Kind {
  const t = compiler();
  const [first = "any", second, ...more] = types
    .filter(({ kind }) => kind !== t.SyntaxKind.UndefinedKeyword)
    .map(kindOf)
    .filter((kind, index, kinds) => kinds.indexOf(kind) === index);
  if (second === undefined) return first;
  // What the SDK declares as a text or one object is a policy document, or another document of JSON.
  const isDocument = first === "string" && typeof second === "object" && "object" in second && more.length === 0;
  return isDocument ? "document" : "any";
}

function kindOfReference({ typeName, typeArguments }: ts.TypeReferenceNode): Kind {
  const t = compiler();
  // A class of the SDK, or the name of a text, e.g. ARN: the engine sends the id of a resource.
  if (t.isIdentifier(typeName)) return "string";
  const { left, right } = typeName;
  if (t.isIdentifier(left)) {
    if (left.text === "pulumi" && right.text === "Input") return kindOf(typeArguments?.[0]);
    return "any";
  }
  const [root, service] = t.isIdentifier(left.left) ? [left.left.text, left.right.text] : [];
  if (root === "inputs") return { object: `${service}/${right.text}` };
  return root === "enums" ? "string" : "any";
}
