import { CloudError } from "../../cloud/errors";
import type { Scope } from "../../cloud/scope";
import { isObject, type Properties, text } from "../../values";
import { uuid } from "../ids";
import type { Model, Refusal } from "../model";
import {
  definedKind,
  definitionName,
  definitionType,
  isNamespacedIn,
  removeCustomResources,
  servedKind,
} from "./definitions";
import { isBuiltInGroup, isPatch, type Kind, kindOfType } from "./kinds";
import { annotationMistake, labelMistake, nameMistake } from "./names";
import { emptyNamespace, isInitialNamespace, keptNamespace, namespaceReference, namespaceType } from "./namespaces";
import { type Mutability, replacedFor } from "./replaced";

/** What a provider instance's configuration says of all its objects. */
export interface KubernetesSettings {
  /** Namespace of objects that name none. Default: `default`. */
  namespace?: string;
  mutable: Mutability;
  /** Whether an apply takes fields over from other managers. */
  patchForce: boolean;
  /** Whether a create changes an object that is there already. */
  upsert: boolean;
}

export const defaultSettings: KubernetesSettings = {
  mutable: { configMaps: false, secrets: false },
  patchForce: false,
  upsert: false,
};

/** How any Kubernetes object is treated: stored under its namespace and name, with its spec as it was given. */
export function kubernetesModel(type: string, settings: KubernetesSettings = defaultSettings): Model {
  if (isPatch(type)) {
    throw new CloudError(
      "NotModelled",
      `${type}: the model of Kubernetes does not merge patches; run with --kubernetes real`,
    );
  }
  return { ...objectModel(type, settings), ...references(type) };
}

/**
 * What identifies any object, what replaces it and what is wrong with its metadata.
 *
 * @throws CloudError for types that are no objects of a cluster.
 */
export function objectModel(type: string, { namespace, mutable } = defaultSettings): Model {
  refuseType(type);
  const kind = kindOfType(type);
  return {
    type,
    // An object without metadata gets one, for its namespace.
    ...(namespace !== undefined && { defaults: { metadata: {}, "metadata.namespace": namespace } }),
    autoName: { property: "metadata.name", maxLength: 253 },
    immutable: ["apiVersion", "kind", "metadata.name", "metadata.namespace"],
    replaces: (_olds, news) => (isPatch(type) ? [] : replacedFor(kind, mutable, news.immutable === true)),
    ...(kind.kind === "Secret" && { secrets: ["data", "stringData"] }),
    id: ({ scope, inputs }) => idOf(scope, kind, inputs),
    completed: {
      metadata: {
        namespace: ({ scope, inputs }) => placeOf(scope, kind, inputs).namespace,
        uid: ({ digits }) => uuid(digits),
        generation: () => 1,
        resourceVersion: () => "1",
      },
    },
  };
}

function references(type: string): Pick<Model, "references" | "refusals" | "deleted"> {
  const kind = kindOfType(type);
  return {
    references: { kind: definedKind(kind), "metadata.namespace": namespaceReference },
    refusals: [
      servedKind(kind),
      invalidMetadata(kind),
      alreadyExists(type, kind),
      ...(type === definitionType ? [definitionName] : []),
      ...(type === namespaceType ? [keptNamespace] : []),
    ],
    ...(type === namespaceType && { deleted: emptyNamespace }),
    ...(type === definitionType && { deleted: removeCustomResources }),
  };
}

const namesPage = "https://kubernetes.io/docs/concepts/overview/working-with-objects/names/";

const alreadyExists = (type: string, kind: Kind): Refusal => ({
  code: "AlreadyExists",
  source: namesPage,
  on: ["create"],
  when: ({ scope, inputs }) => {
    const id = idOf(scope, kind, inputs);
    const taken = scope.find(type, id) !== undefined || (type === namespaceType && isInitialNamespace(id));
    return taken ? `${kind.kind} "${id}" already exists` : undefined;
  },
});

/** All that is wrong with an object's metadata at once, as the API server says it. */
const invalidMetadata = ({ kind }: Kind): Refusal => ({
  code: "Invalid",
  source: namesPage,
  atPreview: true,
  reads: [],
  when: ({ inputs }) => {
    const metadata: Properties = isObject(inputs.metadata) ? inputs.metadata : {};
    const name = text(metadata, "name") ?? "";
    const mistakes = [
      nameMistake(kind, name),
      labelMistake(texts(metadata.labels)),
      annotationMistake(texts(metadata.annotations)),
    ].filter((mistake) => mistake !== undefined);
    return mistakes.length === 0 ? undefined : `${kind} "${name}" is invalid: [${mistakes.join(", ")}]`;
  },
});

const texts = (value: Properties[string] | undefined): Record<string, string> =>
  isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, String(item)])) : {};

/** Types of the package that are not one object of a cluster. */
function refuseType(type: string): void {
  if (type.endsWith("List") && isBuiltInGroup(kindOfType(type).apiVersion)) {
    throw new CloudError(
      "NotSupported",
      `${type}: list resources exist for YAML manifests and Helm charts and cannot be created; make what is in the list`,
    );
  }
  if (type.startsWith("kubernetes:helm.sh/")) {
    throw new CloudError("NotModelled", `${type}: the sandbox runs no Helm; register the chart's manifests`);
  }
}

function placeOf(scope: Scope, kind: Kind, inputs: Properties): { name: string; namespace: string | undefined } {
  const metadata: Properties = isObject(inputs.metadata) ? inputs.metadata : {};
  const namespaced = isNamespacedIn(scope, kind) ?? true;
  return {
    name: text(metadata, "name") ?? "",
    namespace: namespaced ? (text(metadata, "namespace") ?? "default") : undefined,
  };
}

function idOf(scope: Scope, kind: Kind, inputs: Properties): string {
  const { name, namespace } = placeOf(scope, kind, inputs);
  return namespace === undefined ? name : `${namespace}/${name}`;
}
