import { tagsOf } from "../cloud/read";
import { activeStatus, type CloudResource } from "../cloud/resource";
import type { Scope } from "../cloud/scope";
import { modelOf } from "../models";
import { isObject, type Properties, text, type Value } from "../values";
import { type Invoke, placeOf } from "./invoke";

const listOf = (value: Value | undefined): Value[] => (Array.isArray(value) ? value : []);

/** `service` or `service:resource`, as the Resource Groups Tagging API names kinds. */
function isOfKind(arn: string, filter: Value): boolean {
  const [, , service, , , ...rest] = arn.split(":");
  const kind = rest.join(":").split(/[/:]/)[0];
  return filter === service || filter === `${service}:${kind}`;
}

function hasTags(tags: Record<string, string>, filters: Value[]): boolean {
  return filters.filter(isObject).every(({ key, values }) => {
    const tag = tags[String(key)];
    return tag !== undefined && (listOf(values).length === 0 || listOf(values).includes(tag));
  });
}

/** The ARN of a resource, from a property or from its model where the provider shows none. */
function arnOf(scope: Scope, { type, id, outputs }: CloudResource): string | undefined {
  return text(outputs, "arn") ?? modelOf(type).arn?.(scope, id);
}

const getResources: Invoke = (args, scope) => {
  const place = placeOf(args, scope);
  const kinds = listOf(args.resourceTypeFilters);
  const arns = listOf(args.resourceArnLists);
  const mappings = place.list().flatMap((resource): Properties[] => {
    const arn = arnOf(place, resource);
    const tags = tagsOf(resource.outputs.tagsAll);
    if (arn === undefined || resource.status !== activeStatus || Object.keys(tags).length === 0) return [];
    if (kinds.length > 0 && !kinds.some((kind) => isOfKind(arn, kind))) return [];
    if (arns.length > 0 && !arns.includes(arn)) return [];
    return hasTags(tags, listOf(args.tagFilters)) ? [{ resourceArn: arn, tags, complianceDetails: [] }] : [];
  });
  return { ...args, id: place.region, region: place.region, resourceTagMappingLists: mappings };
};

export const taggingInvokes: Record<string, Invoke> = {
  "aws:resourcegroupstaggingapi/getResources:getResources": getResources,
};
