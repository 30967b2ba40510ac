import type { Scope } from "../../cloud/scope";
import { isObject, type Properties, text } from "../../values";
import type { Made, Reference, Refusal } from "../model";
import { groupOf, isBuiltInGroup, isNamespaced, type Kind } from "./kinds";
import { objectsOf } from "./namespaces";

export const definitionType = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";
const page = "https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/";

/** What a custom resource definition says of a kind. */
interface Definition {
  group: string;
  kind: string;
  plural: string;
  namespaced: boolean;
  /** Versions that are served. */
  versions: string[];
}

/** Whether objects of a kind are in a namespace; undefined where the cluster does not know the kind. */
export function isNamespacedIn(scope: Scope, wanted: Kind): boolean | undefined {
  return isNamespaced(wanted) ?? definitionIn(scope, wanted)?.namespaced;
}

function definitionIn(scope: Scope, { apiVersion, kind }: Kind): Definition | undefined {
  const group = groupOf(apiVersion);
  const version = apiVersion.slice(group.length + 1);
  return objectsOf(scope, definitionType)
    .map(definitionOf)
    .find((found) => found.group === group && found.kind === kind && found.versions.includes(version));
}

function definitionOf({ spec }: Properties): Definition {
  const properties: Properties = isObject(spec) ? spec : {};
  const names: Properties = isObject(properties.names) ? properties.names : {};
  const versions = Array.isArray(properties.versions) ? properties.versions : [];
  return {
    group: text(properties, "group") ?? "",
    kind: text(names, "kind") ?? "",
    plural: text(names, "plural") ?? "",
    namespaced: text(properties, "scope") !== "Cluster",
    versions: versions.flatMap((version) => (isObject(version) && version.served ? (text(version, "name") ?? []) : [])),
  };
}

const noMatch = ({ apiVersion, kind }: Kind) => `no matches for kind "${kind}" in version "${apiVersion}"`;

/** A kind that is not the API server's own must have a definition; the real provider tries again for half a minute. */
export const definedKind = (wanted: Kind): Reference => ({
  types: [definitionType],
  exists: (scope) => isNamespacedIn(scope, wanted) !== undefined,
  code: "NoKindMatch",
  source: page,
  retried: true,
  message: () => noMatch(wanted),
});

/** A kind of the API server's own groups that it does not serve: no definition can bring it. */
export const servedKind = (wanted: Kind): Refusal => ({
  code: "NoKindMatch",
  source: "https://kubernetes.io/docs/reference/using-api/deprecation-guide/",
  atPreview: true,
  reads: [],
  when: () => (isBuiltInGroup(wanted.apiVersion) && isNamespaced(wanted) === undefined ? noMatch(wanted) : undefined),
});

export const definitionName: Refusal = {
  code: "Invalid",
  source: page,
  atPreview: true,
  reads: ["spec", "metadata"],
  when: ({ inputs }) => {
    const { plural, group } = definitionOf(inputs);
    const name = isObject(inputs.metadata) ? (text(inputs.metadata, "name") ?? "") : "";
    if (name === `${plural}.${group}`) return undefined;
    return (
      `CustomResourceDefinition.apiextensions.k8s.io "${name}" is invalid: ` +
      `metadata.name: Invalid value: "${name}": must be spec.names.plural+"."+spec.group`
    );
  },
};

/** The custom resources of a definition go with it. */
export function removeCustomResources({ scope, inputs }: Made): undefined {
  const { group, kind, versions } = definitionOf(inputs);
  for (const version of versions) {
    for (const object of scope.list(`kubernetes:${group}/${version}:${kind}`)) scope.remove(object);
  }
}
