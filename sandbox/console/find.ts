import { nameOf } from "../cloud/read";
import type { CloudResource } from "../cloud/resource";
import { distance } from "../shapes/similar";

/** What a person says of the thing that is meant: its id, or TYPE/NAME, and where it is if that is not enough. */
export interface Wanted {
  what: string;
  account?: string;
  region?: string;
}

/** Names of a resource beyond its own, e.g. the one that a program gives it. */
export type OtherNames = (resource: CloudResource) => string[];

/**
 * The things that `what` names: by id, else by type (`aws:ec2/vpc:Vpc`, `Vpc`) and name, as in `Vpc/dev`. Case does not
 * matter in a type.
 */
export function find(
  resources: CloudResource[],
  { what, account, region }: Wanted,
  others: OtherNames,
): CloudResource[] {
  const placed = resources.filter(
    (resource) => (account ?? resource.account) === resource.account && (region ?? resource.region) === resource.region,
  );
  const byId = placed.filter(({ id }) => id === what);
  if (byId.length > 0) return byId;
  return placed.filter((resource) => {
    const names = [resource.id, nameOf(resource), ...others(resource)];
    return typeNames(resource.type).some((type) => {
      const head = `${type}/`.toLowerCase();
      return what.toLowerCase().startsWith(head) && names.includes(what.slice(head.length));
    });
  });
}

/** How a type may be written: in full, or its last part alone. */
export function typeNames(type: string): string[] {
  return [type, type.split(":").at(-1) ?? type];
}

/** Those of `known` that look most like `word`, best first. */
export function nearest(word: string, known: Iterable<string>, count = 3): string[] {
  const scored = [...new Set(known)].map((name) => ({ name, far: distance(word.toLowerCase(), name.toLowerCase()) }));
  return scored
    .filter(({ name, far }) => far <= Math.max(name.length, word.length) / 2)
    .sort((a, b) => a.far - b.far)
    .slice(0, count)
    .map(({ name }) => name);
}
