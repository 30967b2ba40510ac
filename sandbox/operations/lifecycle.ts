import { createHash } from "node:crypto";
import { CloudError } from "../cloud/errors";
import { activeStatus, type CloudResource } from "../cloud/resource";
import type { Scope } from "../cloud/scope";
import type { Computed, Made, Model, Request } from "../models/model";
import { isObject, type Properties, unknown, type Value } from "../values";
import { prefixOf } from "./check";
import { refuse } from "./refuse";

/** Where a request goes, and for which resource. */
export interface Target {
  model: Model;
  /** The provider instance's account and region. */
  scope: Scope;
  /** Logical name of the resource. */
  name: string;
  /** Whether references must name something that exists. Default: true; unit tests make ids up. */
  checkReferences?: boolean;
  /** Names of the properties that the program sends as secrets. Default: none. */
  secrets?: readonly string[];
}

/** The part of the account that a type's things are in. */
export function scopeOf({ model, scope }: Target, properties: Properties): Scope {
  if (model.global) return scope.global;
  return typeof properties.region === "string" ? scope.in(properties.region) : scope;
}

/** What a preview can say of a create: the inputs, and what AWS will fill in as unknown. */
export function previewCreate(target: Target, inputs: Properties): Properties {
  const request = requestOf(target, inputs);
  refuse(target, "create", request, { preview: true });
  return outputsOf(
    target.model,
    named(target.model, inputs, () => unknown),
    () => unknown,
  );
}

/** @throws CloudError as AWS refuses it. */
export function create(target: Target, inputs: Properties): CloudResource {
  const { model } = target;
  const digits = scopeOf(target, inputs).digits(`${model.type}/${target.name}`);
  const request = requestOf(
    target,
    named(model, inputs, (prefix) => `${prefix}${digits.slice(0, uniqueDigits)}`),
  );
  refuse(target, "create", request);
  const draft = { ...request, digits };
  const made: Made = { ...draft, id: model.id(draft) };
  const outputs = outputsOf(model, request.inputs, (compute, key) =>
    key === "region" ? request.scope.region : compute(made),
  );
  const { now } = request.scope;
  const resource = request.scope.put({
    type: model.type,
    id: made.id,
    status: activeStatus,
    madeAt: now,
    ...(model.waits && { busy: { status: "CREATING", until: now + model.waits.create } }),
    inputs,
    outputs,
    ...secretsOf(target),
  });
  model.made?.(made);
  return resource;
}

/** Digits that the real provider makes a prefix unique with (terraform-plugin-sdk, helper/id/id.go). */
const uniqueDigits = 26;

/** Prefix of a name that neither program nor stack gives (terraform-provider-aws, internal/create/naming.go). */
const defaultPrefix = "terraform-";

/** The inputs with the name that the provider makes, or has made, of a prefix. */
function named(model: Model, inputs: Properties, name: (prefix: string, property: string) => Value): Properties {
  const property = model.autoName?.property;
  // A Kubernetes object is named inside its metadata, by whoever makes it.
  if (property === undefined || property.includes(".") || inputs[property] !== undefined) return inputs;
  return { ...inputs, [property]: name(prefixOf(model, inputs) ?? defaultPrefix, property) };
}

/** The resource as it is now; undefined where it is gone or only scheduled to go. */
export function read(target: Target, id: string, known: Properties): CloudResource | undefined {
  const found = scopeOf(target, known).find(target.model.type, id);
  return found?.status === activeStatus ? found : undefined;
}

/** What a preview can say of an update. */
export function previewUpdate(target: Target, id: string, olds: Properties, news: Properties): Properties {
  const prior = read(target, id, olds);
  refuse(target, "update", requestOf(target, news, prior), { preview: true });
  const inputs = named(target.model, news, (_prefix, property) => olds[property] ?? unknown);
  return outputsOf(target.model, inputs, (_compute, key, within) => kept(target.model, olds, key, within) ?? unknown);
}

/** @throws CloudError as AWS refuses it; also where the resource is gone. */
export function update(target: Target, id: string, olds: Properties, news: Properties): CloudResource {
  const { model } = target;
  const prior = read(target, id, olds);
  if (prior === undefined) throw new CloudError("NotFound", `${model.type} ${id} does not exist`);
  const inputs = named(model, news, (_prefix, property) => prior.outputs[property] ?? null);
  const request = requestOf(target, inputs, prior);
  refuse(target, "update", request);
  const made: Made = { ...request, id, digits: digitsOf(id) };
  const outputs = outputsOf(
    model,
    inputs,
    (compute, key, within) => kept(model, prior.outputs, key, within) ?? compute(made),
  );
  model.changed?.(made);
  const busy = model.waits && { busy: { status: "UPDATING", until: request.scope.now + model.waits.update } };
  return request.scope.put({ ...prior, ...busy, inputs: news, outputs, ...secretsOf(target) });
}

/**
 * Deletes, or schedules the deletion where AWS only does that. What is gone already is no mistake.
 *
 * @throws CloudError as AWS refuses it.
 */
export function remove(target: Target, id: string, olds: Properties): void {
  const { model } = target;
  // What has `skip_destroy` in the provider's schema is forgotten and left as it is.
  if (olds.skipDestroy === true) return;
  const prior = read(target, id, olds);
  if (prior === undefined) return;
  const request = requestOf(target, prior.inputs, prior);
  refuse(target, "delete", request);
  const { scope } = request;
  const left = model.deleted?.({ ...request, id, digits: digitsOf(id) });
  if (left !== undefined) {
    scope.put({ ...prior, ...left, outputs: { ...prior.outputs, ...left.outputs } });
    return;
  }
  scope.remove(prior);
  for (const owned of scope.ownedBy(id)) scope.remove(owned);
}

const secretsOf = ({ secrets }: Target) => (secrets === undefined ? {} : { secrets });

/** Digits of a resource that exists: the same ones every time. */
const digitsOf = (id: string) => createHash("sha256").update(id).digest("hex");

function requestOf(target: Target, inputs: Properties, prior?: CloudResource): Request {
  return { scope: scopeOf(target, inputs), inputs, ...(prior && { prior }) };
}

type Fill = (compute: Computed[string], key: string, within?: string) => Value | undefined;

/** The inputs and, where they say nothing, what AWS fills in. */
function outputsOf(model: Model, inputs: Properties, fill: Fill): Properties {
  const outputs: Properties = Object.fromEntries(Object.entries(inputs).filter(([key]) => !key.startsWith("__")));
  const computed = hasRegion(model) ? { ...model.computed, region: () => undefined } : (model.computed ?? {});
  fillIn(outputs, computed, (compute, key) => fill(compute, key));
  for (const [key, inner] of Object.entries(model.completed ?? {})) {
    const given = outputs[key];
    if (given === unknown) continue;
    const object = isObject(given) ? { ...given } : {};
    fillIn(object, inner, (compute, name) => fill(compute, name, key));
    outputs[key] = object;
  }
  return outputs;
}

function fillIn(object: Properties, computed: Computed, fill: Fill): void {
  for (const [key, compute] of Object.entries(computed)) {
    if (object[key] !== undefined) continue;
    const value = fill(compute, key);
    if (value !== undefined) object[key] = value;
  }
}

const hasRegion = ({ global, type }: Model) => !global && type.startsWith("aws:");

/** A computed property stays over an update, but for those that the update changes. */
function kept(model: Model, outputs: Properties, key: string, within?: string): Value | undefined {
  if (model.recomputed?.includes(within === undefined ? key : `${within}.${key}`)) return undefined;
  const holder = within === undefined ? outputs : outputs[within];
  return isObject(holder) ? holder[key] : undefined;
}
