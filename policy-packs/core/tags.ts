import { isRecord, parseJson } from "./json";
import type { Resource } from "./rule";
import taggable from "./taggable-types.json";
import { isNonEmpty } from "./unknown";

const mapTypes: ReadonlySet<string> = new Set(taggable);

/** Takes tags as a list, and none of its provider's. */
const groupType = "aws:autoscaling/group:Group";

/** Whether resources of `type` have tags: a generated list says so, of what the SDK declares. */
export const isTaggable = (type: string): boolean => type === groupType || mapTypes.has(type);

/** One tag of a resource. */
export interface Tag {
  readonly key: string;
  /** Whether it has a value that is not empty, known or not. */
  readonly hasValue: boolean;
  /** Reading one that is unknown throws. */
  value(): string;
}

/** The tags that a resource has by itself, and those that its provider adds. What is unknown throws. */
export function tagsOf(resource: Resource): Tag[] {
  const own = ownTagsOf(resource);
  const keys = new Set(own.map(({ key }) => key));
  return [...own, ...defaultTagsOf(resource).filter(({ key }) => !keys.has(key))];
}

/** Whether a resource has a tag of that key with a value; where its provider adds one, its own need not be known. */
export const hasTag = (resource: Resource, key: string): boolean =>
  [defaultTagsOf, ownTagsOf].some((tags) => tags(resource).some((tag) => tag.key === key && tag.hasValue));

/** The tags in a resource's own inputs. */
function ownTagsOf({ type, props }: Resource): Tag[] {
  const { tags } = props;
  if (type !== groupType) return tagsIn(tags);
  if (!Array.isArray(tags)) return [];
  return tags.filter(isRecord).map((tag) => ({
    key: String(tag.key),
    hasValue: isNonEmpty(tag, "value"),
    value: () => String(tag.value),
  }));
}

/** The tags that the provider of a resource adds to it. */
const defaultTagsOf = ({ type, provider }: Resource): Tag[] =>
  type === groupType ? [] : providerTagsIn(provider?.props);

/** The tags that a provider with these inputs adds to what it makes. */
export function providerTagsIn(props: Resource["props"] | undefined): Tag[] {
  const value = props?.defaultTags;
  // The engine keeps what is nested in a provider's inputs as JSON.
  const defaults: unknown = typeof value === "string" ? parseJson(value) : value;
  return isRecord(defaults) ? tagsIn(defaults.tags) : [];
}

function tagsIn(tags: unknown): Tag[] {
  if (!isRecord(tags)) return [];
  return Object.keys(tags).map((key) => ({
    key,
    hasValue: isNonEmpty(tags, key),
    value: () => String(tags[key]),
  }));
}
