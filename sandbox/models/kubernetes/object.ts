import { isObject, type Properties, text, type Value } from "../../values";
import { uuid } from "../ids";
import type { Model } from "../model";

/** Kinds that belong to no namespace, of those that a foundation makes (kubernetes.io, API reference). */
const clusterScoped = new Set([
  "APIService",
  "ClusterRole",
  "ClusterRoleBinding",
  "CSIDriver",
  "CustomResourceDefinition",
  "FlowSchema",
  "IngressClass",
  "MutatingWebhookConfiguration",
  "Namespace",
  "PersistentVolume",
  "PriorityClass",
  "PriorityLevelConfiguration",
  "RuntimeClass",
  "StorageClass",
  "ValidatingAdmissionPolicy",
  "ValidatingAdmissionPolicyBinding",
  "ValidatingWebhookConfiguration",
]);

/** How any Kubernetes object is treated: stored under its namespace and name. */
export function kubernetesModel(type: string): Model {
  const kind = type.split(":").at(-1) ?? type;
  return {
    type,
    autoName: { property: "metadata.name", maxLength: 253 },
    // pulumi/pulumi-kubernetes, provider/pkg/provider/diff.go: what identifies an object replaces it.
    immutable: ["apiVersion", "kind", "metadata.name", "metadata.namespace"],
    id: ({ inputs }) => {
      const { name, namespace } = placeOf(kind, inputs);
      return namespace === undefined ? name : `${namespace}/${name}`;
    },
    completed: {
      metadata: {
        namespace: ({ inputs }) => placeOf(kind, inputs).namespace,
        uid: ({ digits }) => uuid(digits),
        generation: () => 1,
        resourceVersion: () => "1",
      },
    },
    refusals: [
      {
        code: "AlreadyExists",
        source: "https://kubernetes.io/docs/concepts/overview/working-with-objects/names/",
        on: ["create"],
        when: ({ scope, inputs }) => {
          const { name, namespace } = placeOf(kind, inputs);
          const taken = scope.find(type, namespace === undefined ? name : `${namespace}/${name}`) !== undefined;
          return taken ? `${kind} "${name}" already exists` : undefined;
        },
      },
    ],
  };
}

function placeOf(kind: string, inputs: Properties): { name: string; namespace: string | undefined } {
  const metadata: Properties = isObject(inputs.metadata) ? inputs.metadata : {};
  const given: Value | undefined = metadata.namespace;
  const namespace = clusterScoped.has(kind) ? undefined : typeof given === "string" ? given : "default";
  return { name: text(metadata, "name") ?? "", namespace };
}
