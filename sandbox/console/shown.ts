import { tagsOf } from "../cloud/read";
import type { CloudResource } from "../cloud/resource";
import { modelOf } from "../models";
import type { Properties, Value } from "../values";

export const secretText = "[secret]";

/** A resource's inputs and outputs with every secret masked: what its type holds as secret, and what came as secret. */
export function masked(resource: CloudResource): Pick<CloudResource, "inputs" | "outputs"> {
  const secret = secretsOf(resource);
  const mask = (properties: Properties): Properties =>
    Object.fromEntries(
      Object.entries(properties)
        .filter(([key]) => !key.startsWith("__"))
        .map(([key, value]) => [key, secret.has(key) ? secretText : value]),
    );
  return { inputs: mask(resource.inputs), outputs: mask(resource.outputs) };
}

const secretsOf = ({ type, secrets = [] }: CloudResource) =>
  new Set([...secrets, ...(type.startsWith("aws:") ? (modelOf(type).secrets ?? []) : kubernetesSecrets(type))]);

/** What a Secret holds is shown by no console (kubernetes.io/docs/concepts/configuration/secret). */
const kubernetesSecrets = (type: string) => (type.endsWith(":Secret") ? ["data", "stringData"] : []);

/** Properties that differ, as `path: before → after`, tags once and secrets masked. */
export function changesBetween(before: CloudResource, after: CloudResource): string[] {
  const secret = secretsOf(after);
  const [olds, news] = [before.outputs, after.outputs];
  const keys = Object.keys({ ...olds, ...news }).sort();
  return keys.flatMap((key) => {
    if (JSON.stringify(olds[key]) === JSON.stringify(news[key])) return [];
    if (key === "tagsAll") return tagChanges(tagsOf(olds.tagsAll), tagsOf(news.tagsAll));
    if (key === "tags" && "tagsAll" in news) return [];
    const text = (value: Value | undefined) => (secret.has(key) ? secretText : shown(value));
    return [`${key}: ${text(olds[key])} → ${text(news[key])}`];
  });
}

const tagChanges = (olds: Record<string, string>, news: Record<string, string>): string[] =>
  Object.keys({ ...olds, ...news })
    .filter((key) => olds[key] !== news[key])
    .map((key) => `tags.${key}: ${shown(olds[key])} → ${shown(news[key])}`);

const shown = (value: Value | undefined): string => (value === undefined ? "(absent)" : JSON.stringify(value));
