import type { CloudResource } from "../cloud/resource";
import type { Scope } from "../cloud/scope";
import { modelOf } from "../models";
import { kubernetesModel } from "../models/kubernetes/object";
import type { Model } from "../models/model";
import { checkedInputs } from "../operations/check";
import { diffInputs } from "../operations/diff";
import { create, remove, update } from "../operations/lifecycle";
import { isObject, type Properties, type Value } from "../values";
import { argumentsOf } from "./arguments";
import { nearest } from "./find";
import { type Path, parsePath, valueAt, withValue } from "./paths";

/** One change that somebody asks for: `path=value`; without a value the property is taken away. */
export interface Setting {
  path: string;
  /** JSON, or a text. */
  value?: string;
}

/** What is wrong with what somebody asked for, a line each. */
export class Mistakes extends Error {
  override readonly name = "Mistakes";

  constructor(readonly mistakes: string[]) {
    super(mistakes.join("\n"));
  }
}

/**
 * Changes a thing as somebody does in AWS's console: nothing that uses Pulumi hears of it.
 *
 * @throws Mistakes naming every unknown property, wrong kind of value, and property that nobody can change.
 * @throws CloudError as AWS refuses it.
 */
export function changeOutside(scope: Scope, resource: CloudResource, settings: Setting[]): CloudResource {
  const model = modelFor(resource.type);
  const news = apply(model, { ...resource.inputs }, resource.outputs, settings);
  const frozen = [...diffInputs(model, resource.inputs, news).changes].filter(([, { replaces }]) => replaces);
  if (frozen.length > 0) {
    throw new Mistakes(
      frozen.map(([path]) => `${path}: cannot be changed on ${resource.id} by anybody; AWS wants a new one for that`),
    );
  }
  return update({ model, scope, name: resource.id }, resource.id, resource.outputs, news);
}

/** Deletes a thing as somebody does in the console. @throws CloudError as AWS refuses it. */
export function deleteOutside(scope: Scope, { type, id, outputs }: CloudResource): void {
  remove({ model: modelFor(type), scope, name: id }, id, outputs);
}

/**
 * Makes a thing that no program knows, e.g. a rule in a security group.
 *
 * @throws Mistakes naming every unknown property and all that are missing.
 * @throws CloudError as AWS refuses it.
 */
export function createOutside(scope: Scope, type: string, settings: Setting[]): CloudResource {
  const model = modelFor(type);
  const given = apply(model, {}, {}, settings);
  const missing = (argumentsOf(type)?.required ?? []).filter((name) => given[name] === undefined);
  if (missing.length > 0) throw new Mistakes(missing.map((name) => `${name}: is missing; ${type} needs it`));
  const request = { name: "console", olds: undefined, news: given, randomSeed: new Uint8Array(), defaultTags: {} };
  return create({ model, scope, name: "console" }, checkedInputs(model, request));
}

const modelFor = (type: string): Model => (type.startsWith("kubernetes:") ? kubernetesModel(type) : modelOf(type));

function apply(model: Model, inputs: Properties, outputs: Properties, settings: Setting[]): Properties {
  const mistakes: string[] = [];
  let news = inputs;
  for (const setting of settings) {
    const path = parsePath(setting.path);
    const wrong = path === undefined ? "is no property path, e.g. tags.Owner, ingress[0].fromPort" : undefined;
    const problem = wrong ?? (path && unknownPart(model, { ...outputs, ...news }, path, setting.value === undefined));
    if (path === undefined || problem !== undefined) {
      mistakes.push(`${setting.path}: ${problem}`);
      continue;
    }
    const before = valueAt({ ...outputs, ...news }, path);
    const value = setting.value === undefined ? undefined : parsed(setting.value, before, path);
    const misfit = kindProblem(before, value);
    if (misfit !== undefined) mistakes.push(`${setting.path}: ${misfit}`);
    else news = withSetting(model, { ...held(path, news, outputs), ...news }, path, value);
  }
  if (mistakes.length > 0) throw new Mistakes(mistakes);
  return news;
}

/** A nested change starts from the whole property as it is, also where AWS filled it in. */
function held([head = ""]: Path, news: Properties, outputs: Properties): Properties {
  const whole = outputs[head];
  return news[head] === undefined && isObject(whole) ? { [String(head)]: whole } : {};
}

/** AWS keeps one set of tags; which of them all things have is the provider's matter. */
function withSetting(model: Model, inputs: Properties, path: Path, value: Value | undefined): Properties {
  const [head, key] = path;
  if (!model.tagged || head !== "tags" || key === undefined) return withValue(inputs, path, value);
  const tags = withValue(inputs, ["tags", key], value);
  return withValue(tags, ["tagsAll", key], value);
}

/** What is wrong with the names in a path; undefined where nothing is. */
function unknownPart(model: Model, current: Properties, path: Path, removing: boolean): string | undefined {
  const [head = "", ...rest] = path;
  const declared = argumentsOf(model.type)?.names ?? Object.keys(current);
  if (!declared.includes(String(head))) {
    const exists = current[String(head)] !== undefined;
    return exists ? "is AWS's own to set" : `is no property of ${model.type}; ${offered(String(head), declared)}`;
  }
  if (head === "tags" || model.type.startsWith("kubernetes:")) {
    return removing && valueAt(current, path) === undefined ? "is not there" : undefined;
  }
  const holder = valueAt(current, path.slice(0, -1));
  const last = path.at(-1) ?? "";
  if (
    rest.length > 0 &&
    typeof last === "string" &&
    isObject(holder) &&
    !(last in holder) &&
    !isMentioned(model, path)
  ) {
    return `is not there; there is ${Object.keys(holder).sort().join(", ")}`;
  }
  return removing && valueAt(current, path) === undefined ? "is not there" : undefined;
}

/** Whether the model knows a nested property that the resource does not have now. */
function isMentioned(model: Model, path: Path): boolean {
  const pattern = path.filter((part) => typeof part === "string").join(".");
  const { immutable = [], sets = [], documents = [], defaults = {}, completed = {} } = model;
  const inner = Object.entries(completed).flatMap(([key, fields]) =>
    Object.keys(fields).map((name) => `${key}.${name}`),
  );
  return [...immutable, ...sets, ...documents, ...Object.keys(defaults), ...inner].includes(pattern);
}

function offered(word: string, known: string[]): string {
  const near = nearest(word, known);
  return near.length > 0 ? `did you mean ${near.join(" or ")}?` : `there is ${[...known].sort().join(", ")}`;
}

/** What was typed, as the kind of value that is there; what is new is JSON if it can be, else a text. */
function parsed(typed: string, before: Value | undefined, [head]: Path): Value {
  if (typeof before === "string" || head === "tags") return typed;
  try {
    const value: Value = JSON.parse(typed);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) return typed;
    throw error;
  }
}

function kindProblem(before: Value | undefined, value: Value | undefined): string | undefined {
  if (before === undefined || before === null || value === undefined) return undefined;
  const [wanted, got] = [kindOf(before), kindOf(value)];
  return wanted === got ? undefined : `takes ${wanted}, e.g. ${JSON.stringify(before)}`;
}

function kindOf(value: Value): string {
  if (Array.isArray(value)) return "a JSON list";
  if (isObject(value)) return "a JSON object";
  return { boolean: "true or false", number: "a number" }[typeof value as "boolean" | "number"] ?? "a text";
}
