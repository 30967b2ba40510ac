import type { CloudResource } from "../cloud/resource";
import type { Scope } from "../cloud/scope";
import { modelOf } from "../models";
import { kubernetesModel } from "../models/kubernetes/object";
import type { Model } from "../models/model";
import { checkedInputs } from "../operations/check";
import { diffInputs } from "../operations/diff";
import { create, remove, update } from "../operations/lifecycle";
import { conform } from "../shapes/conform";
import type { Kind } from "../shapes/shape";
import { objectShape, shapeOf } from "../shapes/store";
import { isObject, type Properties, type Value } from "../values";
import { type Path, parsePath, valueAt, withValue } from "./paths";

/** One change that somebody asks for: `path=value`; without a value the property is taken away. */
export interface Setting {
  path: string;
  /** A text, or JSON where the property is no text. */
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
  const news = apply(model, resource, settings);
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
  const given = apply(model, undefined, settings);
  const request = { name: "console", olds: undefined, news: given, randomSeed: new Uint8Array(), defaultTags: {} };
  return create({ model, scope, name: "console" }, checkedInputs(model, request));
}

const modelFor = (type: string): Model => (type.startsWith("kubernetes:") ? kubernetesModel(type) : modelOf(type));

/** The inputs with all settings; of a thing that exists, from what it is now. @throws Mistakes with all that is wrong. */
function apply(model: Model, resource: CloudResource | undefined, settings: Setting[]): Properties {
  const { inputs = {}, outputs = {} } = resource ?? {};
  const mistakes: string[] = [];
  const touched: string[] = [];
  let news: Properties = inputs;
  for (const { path: text, value } of settings) {
    const path = parsePath(text);
    const current = { ...outputs, ...news };
    if (path === undefined) mistakes.push(`${text}: is no property path, e.g. tags.Owner, ingress[0].fromPort`);
    else if (value === undefined && !isThere(current, path)) mistakes.push(`${text}: is not there`);
    else {
      touched.push(text);
      const wanted = value === undefined ? undefined : parsed(value, kindAt(model.type, path));
      news = withSetting(model, { ...held(path, news, outputs), ...news }, path, wanted);
    }
  }
  const { inputs: taken, mistakes: unfit } = conformed(model.type, news);
  // What AWS filled into an object that somebody changes a part of is no input, and nobody's mistake.
  const theirs = unfit.filter(({ path }) => resource === undefined || touched.some((text) => overlap(text, path)));
  mistakes.push(...theirs.map(({ path, reason }) => `${path}: ${reason}${offered(model.type, path, reason)}`));
  if (mistakes.length > 0) throw new Mistakes(mistakes);
  return taken;
}

/** The names there are, where none is near enough to be suggested. */
function offered(type: string, text: string, reason: string): string {
  if (!reason.endsWith("unknown key")) return "";
  const path = parsePath(text) ?? [];
  const kind = path.length > 1 ? kindAt(type, path.slice(0, -1)) : "any";
  const isNested = typeof kind === "object" && "object" in kind;
  const shape = isNested ? objectShape(kind.object) : shapeOf(type);
  return `; there is ${Object.keys(shape?.properties ?? {})
    .sort()
    .join(", ")}`;
}

/** Kubernetes objects are judged by no declaration here. */
const conformed = (type: string, news: Properties) =>
  type.startsWith("aws:") ? conform(type, news) : { inputs: news, mistakes: [] };

const overlap = (a: string, b: string) => isWithin(a, b) || isWithin(b, a);
const isWithin = (path: string, head: string) => path === head || /^[.[]/.test(path.replace(head, ""));

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

/** A tag that all things have is not among the resource's own. */
function isThere(current: Properties, [head = "", ...rest]: Path): boolean {
  const heads = head === "tags" ? ["tags", "tagsAll"] : [head];
  return heads.some((each) => valueAt(current, [each, ...rest]) !== undefined);
}

/** What the SDK declares at a path; `any` where it declares nothing. */
function kindAt(type: string, path: Path): Kind {
  const [head = "", ...rest] = path;
  return rest.reduce<Kind>(inside, shapeOf(type)?.properties[head] ?? "any");
}

function inside(kind: Kind, step: string | number): Kind {
  if (typeof kind === "string") return "any";
  if ("list" in kind) return kind.list;
  if ("map" in kind) return kind.map;
  return objectShape(kind.object)?.properties[step] ?? "any";
}

/** What was typed: as it is where a text is wanted, else JSON if it can be. */
function parsed(typed: string, kind: Kind): Value {
  if (kind === "string" || kind === "document") return typed;
  try {
    return JSON.parse(typed);
  } catch (error) {
    if (error instanceof SyntaxError) return typed;
    throw error;
  }
}
