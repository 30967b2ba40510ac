import { nameOf } from "../../sandbox/cloud/read";
import type { CloudResource } from "../../sandbox/cloud/resource";
import { find, nearest, typeNames, type Wanted } from "../../sandbox/console/find";
import { WrongUse } from "../errors";
import { logicalName, type OwnerOf } from "./owners";

/**
 * The one thing that a person means.
 *
 * @throws WrongUse naming the nearest things where there is none, and all of them where there are several.
 */
export function findOne(resources: CloudResource[], wanted: Wanted, ownerOf: OwnerOf): CloudResource {
  const named = (resource: CloudResource) => {
    const owner = ownerOf(resource);
    return owner === undefined ? [] : [logicalName(owner.urn)];
  };
  const [first, ...more] = find(resources, wanted, named);
  if (first === undefined) throw new WrongUse(nothingFound(resources, wanted.what, named));
  if (more.length === 0) return first;
  throw new WrongUse(
    [
      `"${wanted.what}" is several things; say TYPE/NAME, or --account and --region:`,
      ...[first, ...more].map(line),
    ].join("\n"),
  );
}

const line = (resource: CloudResource) =>
  `  ${resource.account} ${resource.region}  ${resource.type}/${nameOf(resource)}  ${resource.id}`;

function nothingFound(resources: CloudResource[], what: string, named: (resource: CloudResource) => string[]): string {
  const spellings = resources.flatMap((resource) => {
    const [, short = resource.type] = typeNames(resource.type);
    return [resource.id, ...new Set([nameOf(resource), ...named(resource)].map((name) => `${short}/${name}`))];
  });
  const near = nearest(what, spellings);
  const hint = near.length > 0 ? `did you mean ${near.join(", ")}?` : "foundation sandbox show lists what there is";
  return `nothing in the simulated cloud is called "${what}"; ${hint}`;
}
