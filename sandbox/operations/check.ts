import { createHash, randomBytes } from "node:crypto";
import { CloudError } from "../cloud/errors";
import { tagsOf } from "../cloud/read";
import type { AutoName, Model } from "../models/model";
import { containsUnknown, isObject, type Properties, text, unknown, type Value } from "../values";

/**
 * A name by `pulumi:autonaming` of a stack's configuration: proposed ones are fitted to what the type takes, enforced
 * ones are not; disabled means that the program has to give names.
 */
export interface Naming {
  mode: "propose" | "enforce" | "disable";
  name: string;
}

/** What the program's inputs become before they are compared and sent. */
export interface CheckRequest {
  /** Logical name of the resource. */
  name: string;
  /** Inputs of the last update; absent for a new resource and for a replacement. */
  olds: Properties | undefined;
  news: Properties;
  /** The same seed gives the same name. Empty: a random one. */
  randomSeed: Uint8Array;
  /** What the stack's configuration says of names. */
  naming?: Naming;
  /** Tags that the provider gives everything. */
  defaultTags: Record<string, string>;
}

/** Property in which the real provider, too, notes which inputs it filled in by itself. */
export const defaultsKey = "__defaults";

/** Digits that the real provider appends to a logical name (pulumi-terraform-bridge, pkg/tfbridge/names.go). */
const suffixDigits = 7;
const defaultMaxLength = 255;

/** Fills in what the provider fills in: its defaults, a name, and all tags. */
export function checkedInputs(model: Model, request: CheckRequest): Properties {
  const { news, defaultTags } = request;
  const given = Object.fromEntries(Object.entries(news).filter(([key]) => key !== defaultsKey));
  let inputs: Properties = given;
  const filled: string[] = [];
  for (const [path, value] of Object.entries(model.defaults ?? {})) {
    const holder = path.includes(".") ? at(inputs, path.slice(0, path.lastIndexOf("."))) : inputs;
    if (!isObject(holder) || at(inputs, path) !== undefined) continue;
    inputs = withAt(inputs, path, value);
    filled.push(path);
  }
  const { autoName } = model;
  if (autoName !== undefined && at(inputs, autoName.property) === undefined && prefixOf(model, inputs) === undefined) {
    const name = keptName(autoName, request) ?? nameFor(autoName, request);
    if (name !== undefined) {
      inputs = withAt(inputs, autoName.property, name);
      filled.push(autoName.property);
    }
  }
  const tags: Properties = model.tagged ? { tagsAll: allTags(inputs.tags, defaultTags) } : {};
  return { ...inputs, ...tags, [defaultsKey]: filled };
}

/** Whether the provider chose the resource's name. */
export function isAutoNamed(inputs: Properties, property: string): boolean {
  const filled = inputs[defaultsKey];
  return Array.isArray(filled) && filled.includes(property);
}

/** What the program wants the name to begin with; the provider then makes the name when it creates, not before. */
export const prefixOf = ({ autoName }: Model, inputs: Properties): string | undefined =>
  autoName && text(inputs, `${autoName.property}Prefix`);

/** A name is kept for as long as the resource lives. */
function keptName({ property }: AutoName, { olds }: CheckRequest): Value | undefined {
  const kept = olds && at(olds, property);
  return olds && isAutoNamed(olds, property) ? kept : undefined;
}

/**
 * A new name, or none where the stack's configuration wants none (pulumi-terraform-bridge, pkg/tfbridge/info/autonaming.go).
 *
 * @throws CloudError where the proposed name is longer than the type takes.
 */
function nameFor(autoName: AutoName, { name: logical, randomSeed, naming }: CheckRequest): Value | undefined {
  const { maxLength = defaultMaxLength, prefix = "", lowerCase = false, suffix: hasSuffix = true } = autoName;
  const fitted = (name: string) => `${name.startsWith(prefix) ? "" : prefix}${lowerCase ? name.toLowerCase() : name}`;
  if (!hasSuffix) return fitted(logical);
  if (naming?.mode === "disable") return undefined;
  if (naming?.mode === "enforce") return naming.name;
  if (naming?.mode === "propose") {
    const name = fitted(naming.name);
    if (name.length <= maxLength) return name;
    throw new CloudError("NameTooLong", `calculated name '${name}' exceeds maximum length of ${maxLength}`);
  }
  const seed = randomSeed.length > 0 ? randomSeed : randomBytes(32);
  const suffix = createHash("sha256").update(seed).digest("hex").slice(0, suffixDigits);
  const room = maxLength - suffix.length - 1;
  return `${fitted(logical).slice(0, room)}-${suffix}`;
}

/** One unknown tag makes all tags unknown, as in the real provider (pulumi/pulumi-aws, provider/tags.go). */
function allTags(tags: Value | undefined, defaultTags: Record<string, string>): Value {
  return tags !== undefined && containsUnknown(tags) ? unknown : { ...defaultTags, ...tagsOf(tags) };
}

/** The value at a dotted path that goes through objects only. */
function at(properties: Properties, path: string): Value | undefined {
  return path
    .split(".")
    .reduce<Value | undefined>((value, key) => (isObject(value) ? value[key] : undefined), properties);
}

function withAt(properties: Properties, path: string, value: Value): Properties {
  const [key = "", ...rest] = path.split(".");
  if (rest.length === 0) return { ...properties, [key]: value };
  const inner = properties[key];
  return { ...properties, [key]: withAt(isObject(inner) ? inner : {}, rest.join("."), value) };
}
