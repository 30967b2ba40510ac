import { CloudError } from "../cloud/errors";
import { tagsOf } from "../cloud/read";
import { activeStatus, type CloudResource } from "../cloud/resource";
import type { Scope } from "../cloud/scope";
import { isObject, type Properties, type Value } from "../values";
import { found } from "./invoke";

/** Names of EC2's filters, and the properties they look at. */
export type FilterNames = Readonly<Record<string, string>>;

interface Filter {
  name: string;
  values: Value[];
}

/**
 * What there is of a type that passes the `filters`, `tags` and `id` of an EC2 function.
 *
 * @throws CloudError naming a filter that is not modelled.
 */
export function filtered(scope: Scope, type: string, args: Properties, names: FilterNames): CloudResource[] {
  const tags = Object.entries(tagsOf(args.tags)).map(([key, value]) => ({ name: `tag:${key}`, values: [value] }));
  const filters = [...filtersOf(args.filters), ...tags];
  return scope
    .list(type)
    .filter(({ id, status }) => status === activeStatus && (args.id === undefined || args.id === id))
    .filter((resource) => filters.every((filter) => passes(resource, filter, names)));
}

/**
 * The one thing that passes.
 *
 * @throws CloudError where there is none or more than one, as the real provider says it.
 */
export function only(resources: CloudResource[], what: string): CloudResource {
  if (resources.length > 1) {
    throw new CloudError("TooManyResults", `multiple EC2 ${what}s matched; use additional constraints`);
  }
  return found(resources[0], "NoResults", `no matching EC2 ${what} found`);
}

function filtersOf(value: Value | undefined): Filter[] {
  const filters = Array.isArray(value) ? value : [];
  return filters.flatMap((filter) =>
    isObject(filter) ? [{ name: String(filter.name), values: Array.isArray(filter.values) ? filter.values : [] }] : [],
  );
}

function passes({ id, outputs }: CloudResource, { name, values }: Filter, names: FilterNames): boolean {
  const tags = tagsOf(outputs.tagsAll);
  if (name.startsWith("tag:")) return matches(tags[name.slice("tag:".length)], values);
  if (name === "tag-key") return Object.keys(tags).some((key) => matches(key, values));
  const property = names[name];
  if (property === undefined) throw new CloudError("NotModelled", `the sandbox does not model the filter ${name}`);
  return matches(property === "id" ? id : String(outputs[property]), values);
}

/** EC2's filters know `*` and `?`. */
function matches(actual: string | undefined, values: Value[]): boolean {
  if (actual === undefined) return false;
  return values.some((value) => {
    const pattern = String(value).replace(/[.+^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`).test(actual);
  });
}
