import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import ts from "typescript";
import { shapesOf } from "../../sandbox/shapes/store";

const repository = path.resolve(__dirname, "../..");

/** What registers resources: the library, the layers, and the stand-in for the eks plugin. */
const folders = ["components", "stacks", "sandbox/eks"];

/**
 * Types of AWS and Kubernetes that a layer or component registers, sorted: those of every `new` of an SDK's class, on
 * whichever branch it stands, and every type token that stands in a text.
 */
export function registeredTypes(): string[] {
  const types = folders.flatMap((folder) => sourcesOf(folder).flatMap((file) => typesIn(readFileSync(file, "utf8"))));
  return [...new Set(types)].sort();
}

function sourcesOf(folder: string): string[] {
  return readdirSync(path.join(repository, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.join(repository, folder, file));
}

/** The types that a program registers. */
export function typesIn(program: string): string[] {
  const source = ts.createSourceFile("program.ts", program, ts.ScriptTarget.Latest);
  const modules = importsOf(source);
  const types: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node)) {
      const [first = "", ...rest] = chainOf(node.expression);
      const type = modules.has(first) ? typeOf([...(modules.get(first) ?? []), ...rest]) : undefined;
      if (type !== undefined) types.push(type);
    }
    if (ts.isStringLiteralLike(node) && isType(node.text)) types.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return types;
}

/** Where each imported name is from, e.g. `Role` from `["@pulumi/aws", "iam", "Role"]`. */
function importsOf(source: ts.SourceFile): Map<string, string[]> {
  const modules = new Map<string, string[]>();
  for (const statement of source.statements.filter(ts.isImportDeclaration)) {
    const [scope, sdk, ...folders] = ts.isStringLiteral(statement.moduleSpecifier)
      ? statement.moduleSpecifier.text.split("/")
      : [];
    const bindings = statement.importClause?.namedBindings;
    if (scope !== "@pulumi" || bindings === undefined) continue;
    const from = [`${scope}/${sdk}`, ...folders];
    if (ts.isNamespaceImport(bindings)) modules.set(bindings.name.text, from);
    else
      for (const { name, propertyName } of bindings.elements)
        modules.set(name.text, [...from, (propertyName ?? name).text]);
  }
  return modules;
}

/** The names of `a.b.c`; none where it is something else. */
function chainOf(node: ts.Expression): string[] {
  if (ts.isIdentifier(node)) return [node.text];
  if (!ts.isPropertyAccessExpression(node)) return [];
  const chain = chainOf(node.expression);
  return chain.length === 0 ? [] : [...chain, node.name.text];
}

/** The type of an SDK's class, e.g. of `["@pulumi/aws", "iam", "Role"]`; undefined where it is no resource's. */
function typeOf([sdk, ...names]: string[]): string | undefined {
  const name = names.at(-1) ?? "";
  if (sdk === "@pulumi/aws") {
    return Object.keys(shapesOf(names[0] ?? "").resources).find((type) => type.endsWith(`:${name}`));
  }
  return sdk === "@pulumi/kubernetes" ? kubernetesType(names.slice(0, -1), name) : undefined;
}

const kubernetesFolder = path.dirname(createRequire(__filename).resolve("@pulumi/kubernetes/package.json"));

function kubernetesType(folders: string[], name: string): string | undefined {
  // A class may be imported from its folder or from its own file.
  const given = path.join(kubernetesFolder, ...folders);
  const folder = existsSync(given) ? given : path.dirname(given);
  const file = readdirSync(folder).find((found) => found.toLowerCase() === `${name.toLowerCase()}.js`);
  const code = file === undefined ? "" : readFileSync(path.join(folder, file), "utf8");
  return /static __pulumiType = '(kubernetes:[^']+:[^']+)'/.exec(code)?.[1];
}

function isType(text: string): boolean {
  const [, service] = /^aws:(\w+)\/\w+:\w+$/.exec(text) ?? [];
  if (service !== undefined) return Object.hasOwn(shapesOf(service).resources, text);
  return /^kubernetes:[a-z0-9.]+\/v\w+:[A-Z]\w+$/.test(text);
}
