import { isDeepStrictEqual } from "node:util";
import { type Kind, kindOfType } from "../models/kubernetes/kinds";
import { isObject, type Properties, text, type Value } from "../values";
import type { KubernetesObject, Metadata } from "./object-api";

/** Names that the SDKs spell with underscores (provider/pkg/provider/provider.go, underscoreToDashMap). */
const dashed = [
  "x-kubernetes-embedded-resource",
  "x-kubernetes-int-or-string",
  "x-kubernetes-list-map-keys",
  "x-kubernetes-list-type",
  "x-kubernetes-map-type",
  "x-kubernetes-preserve-unknown-fields",
  "x-kubernetes-validations",
];
const toDashes = new Map(dashed.map((name) => [name.replaceAll("-", "_"), name]));
const toUnderscores = new Map(dashed.map((name) => [name, name.replaceAll("-", "_")]));

function renamed(value: Value, names: ReadonlyMap<string, string>): Value {
  if (Array.isArray(value)) return value.map((item) => renamed(item, names));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [names.get(key) ?? key, renamed(item, names)]));
}

const renamedAll = (properties: Properties, names: ReadonlyMap<string, string>): Properties =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [names.get(key) ?? key, renamed(value, names)]));

/** What only the server writes; the real provider drops it from inputs (normalizeInputs). */
const readOnly = new Set([
  "creationTimestamp",
  "deletionGracePeriodSeconds",
  "deletionTimestamp",
  "generation",
  "managedFields",
  "resourceVersion",
  "uid",
]);

/** The object that the inputs of a resource describe. */
export function objectOf(type: string, inputs: Properties): KubernetesObject {
  const { apiVersion, kind } = declaredKind(type, inputs);
  const given = Object.entries(inputs).filter(([key]) => !key.startsWith("__"));
  const metadata: Properties = isObject(inputs.metadata) ? inputs.metadata : {};
  const kept = Object.entries(metadata).filter(([key]) => !readOnly.has(key));
  return {
    ...renamedAll(Object.fromEntries(given), toDashes),
    apiVersion,
    kind,
    metadata: { ...Object.fromEntries(kept), name: text(metadata, "name") ?? "" },
  };
}

/** The SDKs say the kind in the inputs, also of patches; a resource that is imported has only its type. */
function declaredKind(type: string, inputs: Properties): Kind {
  const ofType = kindOfType(type);
  return { apiVersion: text(inputs, "apiVersion") ?? ofType.apiVersion, kind: text(inputs, "kind") ?? ofType.kind };
}

/** An object by the id of its resource: its name, after its namespace where it is in one. */
export function objectById(type: string, inputs: Properties, id: string): KubernetesObject {
  const slash = id.indexOf("/");
  const metadata: Metadata = slash < 0 ? { name: id } : { namespace: id.slice(0, slash), name: id.slice(slash + 1) };
  return { ...declaredKind(type, inputs), metadata };
}

export function idOf({ metadata }: KubernetesObject): string {
  return metadata.namespace === undefined ? metadata.name : `${metadata.namespace}/${metadata.name}`;
}

/** Names under which the state keeps what the provider needs again, as the real one does. */
export const fieldManagerKey = "__fieldManager";

/** What a resource shows of an object. */
export const outputsOf = (live: KubernetesObject, fieldManager: string): Properties => ({
  ...renamedAll(live, toUnderscores),
  [fieldManagerKey]: fieldManager,
});

/** What the program must say to get the object as it is. */
export function importedInputs(live: KubernetesObject): Properties {
  const { status: _status, metadata, ...rest } = live;
  const kept = Object.entries(metadata).filter(([key]) => !readOnly.has(key));
  return { ...renamedAll(rest, toUnderscores), metadata: Object.fromEntries(kept) };
}

/**
 * The inputs as the cluster has them now.
 *
 * @param canonical What the server makes of the old inputs: where that is what is live, nobody changed anything, however
 * the program spells it (`1000m` or `1`).
 */
export function observedInputs(
  old: Properties,
  live: KubernetesObject,
  canonical: KubernetesObject | undefined,
): Properties {
  const spelled = (object: KubernetesObject) => ({ ...object, ...asStringData(old, object) });
  const [now, then] = [spelled(live), canonical && spelled(canonical)];
  const entries = Object.entries(old).map(([key, item]) => [
    key,
    // What the provider notes, and what the SDKs say only in the type, is no part of the object.
    key.startsWith("__") ? item : observe(item, at(now, key), then && at(then, key)),
  ]);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

/** The part of an object that a program calls `key`. */
const at = (object: Properties, key: string) => object[toDashes.get(key) ?? key];

function observe(old: Value, live: Value | undefined, canonical: Value | undefined): Value | undefined {
  if (canonical !== undefined && isDeepStrictEqual(live, canonical)) return old;
  if (isObject(old) && isObject(live)) {
    const then = isObject(canonical) ? canonical : {};
    const entries = Object.entries(old).map(
      ([key, item]) => [key, observe(item, at(live, key), at(then, key))] as const,
    );
    return Object.fromEntries(entries.flatMap(([key, item]) => (item === undefined ? [] : [[key, item]])));
  }
  if (Array.isArray(old) && Array.isArray(live) && old.length === live.length) {
    const then = Array.isArray(canonical) ? canonical : [];
    return old.map((item, index) => observe(item, live[index], then[index]) ?? null);
  }
  return live;
}

/** A secret's `stringData` is written only; it is read from `data`. */
function asStringData(old: Properties, { kind, data }: KubernetesObject): Properties {
  if (kind !== "Secret" || !isObject(old.stringData) || !isObject(data)) return {};
  const decoded = Object.keys(old.stringData).flatMap((key) => {
    const value = data[key];
    return typeof value === "string" ? [[key, Buffer.from(value, "base64").toString()]] : [];
  });
  return { stringData: Object.fromEntries(decoded) };
}

/** Whether the type is of definitions of custom resources, which are replaced as a whole and take a moment to serve. */
export const isDefinition = ({ apiVersion, kind }: Kind): boolean =>
  apiVersion === "apiextensions.k8s.io/v1" && kind === "CustomResourceDefinition";
