import type { Scope } from "../../cloud/scope";
import { isObject, text } from "../../values";
import type { Made, Reference, Refusal } from "../model";

export const namespaceType = "kubernetes:core/v1:Namespace";
const page = "https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/";

/** Namespaces that every cluster has, and whether they may be deleted. */
const initial: Readonly<Record<string, boolean>> = {
  default: false,
  "kube-node-lease": true,
  "kube-public": false,
  "kube-system": false,
};

export const isInitialNamespace = (name: string): boolean => name in initial;

/** The namespace of an object must be there; the real provider tries again for half a minute (pkg/await/await.go). */
export const namespaceReference: Reference = {
  types: [namespaceType],
  exists: (scope, name) => isInitialNamespace(name) || scope.find(namespaceType, name) !== undefined,
  code: "NotFound",
  source: page,
  retried: true,
  message: (name) => `namespaces "${name}" not found`,
};

/** Namespaces that the cluster itself needs. */
export const keptNamespace: Refusal = {
  code: "Forbidden",
  source: page,
  on: ["delete"],
  when: ({ prior }) => {
    const name = prior?.id ?? "";
    const kept = initial[name] === false;
    return kept ? `namespaces "${name}" is forbidden: this namespace may not be deleted` : undefined;
  },
};

/** What is in a namespace goes with it. */
export function emptyNamespace({ scope, id }: Made): undefined {
  for (const object of scope.list()) {
    const { metadata } = object.outputs;
    if (isObject(metadata) && text(metadata, "namespace") === id) scope.remove(object);
  }
}

/** The objects of a cluster that are of a type. */
export const objectsOf = (scope: Scope, type: string) => scope.list(type).map(({ outputs }) => outputs);
