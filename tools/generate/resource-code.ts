import { kubernetesTypeOf } from "../../policy-packs/core/kubernetes-type";
import type { Example, Options } from "../../policy-packs/core/rule";

/** Text that is code rather than a value. */
class Code {
  constructor(readonly text: string) {}
}

/** The program that makes `examples`, in TypeScript: one statement each, those first that others refer to. */
export function resourceCode(examples: readonly Example[]): string {
  const referred = new Set(examples.flatMap(({ dependsOn = {} }) => Object.values(dependsOn).flat()));
  return [...examples]
    .sort((a, b) => Number(referred.has(b.name)) - Number(referred.has(a.name)))
    .map((example) => statement(example, referred.has(example.name)))
    .join("\n");
}

function statement({ type, name, props, dependsOn = {}, options }: Example, isReferred: boolean): string {
  const references = Object.entries(dependsOn).map(([key, names]) => [key, new Code(`${variable(names[0] ?? "")}.id`)]);
  const args = literal({ ...kindOf(type), ...props, ...Object.fromEntries(references) });
  const opts = options ? `, ${literal(inProgram(options))}` : "";
  const code = `new ${className(type)}(${JSON.stringify(name)}, ${args}${opts});`;
  return isReferred ? `const ${variable(name)} = ${code}` : code;
}

/**
 * `aws:ec2/vpc:Vpc` is aws.ec2.Vpc, `kubernetes:apps/v1:Deployment` is k8s.apps.v1.Deployment; what has no class of its
 * own is a CustomResource.
 */
function className(type: string): string {
  const [pkg = "", path = "", name = ""] = type.split(":");
  if (pkg === "pulumi" && path === "providers") return `${packageName(name)}.Provider`;
  const [group = "", version = ""] = path.split("/");
  if (pkg !== "kubernetes") return [pkg, ...(group === "index" ? [] : [group]), name].join(".");
  return isCustom(type) ? customResource : `k8s.${group.split(".")[0]}.${version}.${name}`;
}

const customResource = "k8s.apiextensions.CustomResource";

const isCustom = (type: string): boolean =>
  type.startsWith("kubernetes:") && !type.startsWith("kubernetes:helm.sh/") && kubernetesTypeOf(type) === undefined;

/** A custom resource says itself what it is. */
function kindOf(type: string): object {
  const [, apiVersion, kind] = type.split(":");
  return isCustom(type) ? { apiVersion, kind } : {};
}

/** In a program a parent is a resource, not its URN. */
const inProgram = ({ parent, ...options }: Options): object => ({
  ...options,
  ...(parent !== undefined && { parent: new Code(variable(parent.slice(parent.lastIndexOf("::") + 2))) }),
});

const packageName = (pkg: string) => (pkg === "kubernetes" ? "k8s" : pkg);

const variable = (name: string) => name.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());

const lineWidth = 100;

function literal(value: unknown, indent = ""): string {
  if (value instanceof Code) return value.text;
  const document = typeof value === "string" ? parsedDocument(value) : undefined;
  if (document !== undefined) return `JSON.stringify(${literal(document, indent)})`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const parts = Array.isArray(value)
    ? value.map((item) => literal(item, deeper))
    : Object.entries(value).map(([key, item]) => `${propertyName(key)}: ${literal(item, deeper)}`);
  if (parts.length === 0) return `${open}${close}`;
  const [padOpen, padClose] = Array.isArray(value) ? ["", ""] : [" ", " "];
  const line = `${open}${padOpen}${parts.join(", ")}${padClose}${close}`;
  if (line.length <= lineWidth && !line.includes("\n")) return line;
  return `${open}\n${parts.map((part) => `${deeper}${part},\n`).join("")}${indent}${close}`;
}

const propertyName = (key: string) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key));

/** A policy document, say: an object in a text. */
function parsedDocument(text: string): object | undefined {
  if (!text.startsWith("{") && !text.startsWith("[")) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    // A text like any other.
    return undefined;
  }
}
