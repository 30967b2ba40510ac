import { randomBytes } from "node:crypto";
import { isObject, type Properties, text } from "../values";
import { fieldManagerKey } from "./inputs";
import type { KubernetesObject, Propagation } from "./object-api";

function annotationOf(metadata: Properties[string] | undefined, name: string): string | undefined {
  const annotations = isObject(metadata) ? metadata.annotations : undefined;
  return isObject(annotations) ? text(annotations, name) : undefined;
}

/** Whether an apply takes fields over from other managers. */
export const forced = ({ metadata }: KubernetesObject, { patchForce }: { patchForce: boolean }) =>
  patchForce || annotationOf(metadata, "pulumi.com/patchForce") === "true";

/** The field manager, as the real provider names it: by the annotation, by the state, else at random. */
export const managerOf = (olds: Properties, object: KubernetesObject): string =>
  (annotatedManager(object)?.fieldManager ?? text(olds, fieldManagerKey)) || newManager().fieldManager;

/** The field manager that an annotation names. */
export function annotatedManager({ metadata }: KubernetesObject): { fieldManager: string } | undefined {
  const fieldManager = annotationOf(metadata, "pulumi.com/patchFieldManager");
  return fieldManager ? { fieldManager } : undefined;
}

export const newManager = () => ({ fieldManager: `pulumi-kubernetes-${randomBytes(4).toString("hex")}` });

/** How what an object owns goes with it. */
export function propagationOf({ metadata }: Properties): Propagation {
  switch (annotationOf(metadata, "pulumi.com/deletionPropagationPolicy")?.toLowerCase()) {
    case "orphan":
      return "Orphan";
    case "background":
      return "Background";
    default:
      return "Foreground";
  }
}
