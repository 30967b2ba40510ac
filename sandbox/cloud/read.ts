import { isObject, text, type Value } from "../values";
import type { CloudResource, ResourceKey } from "./resource";
import { loadCloudState } from "./store";

/** What a person sees of one thing in the cloud. */
export interface CloudEntry {
  account: string;
  region: string;
  type: string;
  id: string;
  /** `active`, or how AWS calls what is only scheduled to go, e.g. `PendingDeletion`. */
  status: string;
  /** Its Name tag or its name; the id where it has neither. */
  name: string;
  tags: Record<string, string>;
}

/**
 * Everything in the cloud kept in `stateDir`, sorted by account, region, type and id.
 *
 * What AWS makes by itself with something else (a VPC's default security group) is left out.
 */
export function readCloud(stateDir: string): CloudEntry[] {
  return loadCloudState(stateDir)
    .resources.filter(({ owner }) => owner === undefined)
    .map(entryOf)
    .sort((a, b) => sortKey(a).localeCompare(sortKey(b)));
}

/** Order of account, region, type and id. */
export const sortKey = ({ account, region, type, id }: ResourceKey) => [account, region, type, id].join("\n");

export function entryOf(resource: CloudResource): CloudEntry {
  const { account, region, type, id, status, outputs } = resource;
  return { account, region, type, id, status, name: nameOf(resource), tags: tagsOf(outputs.tagsAll ?? outputs.tags) };
}

/** The Name tag of a thing or its name; its id where it has neither. */
export function nameOf({ id, outputs }: CloudResource): string {
  return tagsOf(outputs.tagsAll ?? outputs.tags).Name ?? text(outputs, "name") ?? id;
}

/** The tags in a property; none where it has another form. */
export function tagsOf(value: Value | undefined): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, tag]) => [key, String(tag)]));
}
