import { parseAllDocuments } from "yaml";
import { CloudError } from "../cloud/errors";
import type { Kind } from "../models/kubernetes/kinds";
import { isObject, type Properties, text, type Value } from "../values";

/** Says whether objects of a kind are in a namespace; undefined where the cluster does not know the kind. */
export type NamespacedLookup = (kind: Kind) => boolean | undefined | Promise<boolean | undefined>;

/**
 * Answers a function of the kubernetes package.
 *
 * @throws CloudError for texts that are no YAML, and for functions that render charts.
 */
export async function kubernetesInvoke(
  token: string,
  args: Properties,
  isNamespaced: NamespacedLookup,
): Promise<Properties> {
  if (token === "kubernetes:yaml:decode") {
    const objects = decoded(text(args, "text") ?? "");
    const namespace = text(args, "defaultNamespace");
    if (!namespace) return { result: objects };
    return { result: await Promise.all(objects.map((object) => placed(object, namespace, isNamespaced))) };
  }
  const advice = /^kubernetes:(helm|kustomize):/.test(token)
    ? "; render it before (helm template, kubectl kustomize) and give the text to kubernetes.yaml.ConfigGroup"
    : "";
  throw new CloudError("NotModelled", `the sandbox does not model the function ${token}${advice}`);
}

/** The objects of a YAML text; what is no object of Kubernetes is left out (provider/pkg/provider/invoke_decode_yaml.go). */
function decoded(yaml: string): Properties[] {
  const documents = parseAllDocuments(yaml);
  const list = "empty" in documents ? [] : documents;
  return list.flatMap((document) => {
    const [error] = document.errors;
    if (error) throw new CloudError("InvalidYaml", error.message);
    // YAML without tags of its own holds what JSON holds.
    const value = document.toJS() as Value;
    return isObject(value) && text(value, "kind") && text(value, "apiVersion") ? [value] : [];
  });
}

/** In the namespace where it names none; a kind that nobody knows is taken for one that is in a namespace. */
async function placed(object: Properties, namespace: string, isNamespaced: NamespacedLookup): Promise<Properties> {
  const metadata: Properties = isObject(object.metadata) ? object.metadata : {};
  const kind = { apiVersion: text(object, "apiVersion") ?? "", kind: text(object, "kind") ?? "" };
  if (text(metadata, "namespace") || (await isNamespaced(kind)) === false) return object;
  return { ...object, metadata: { ...metadata, namespace } };
}
