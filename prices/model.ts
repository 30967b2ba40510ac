import type { KnownToken, Props } from "../policy-packs/core/resource-types";
import { ifKnown } from "../policy-packs/core/unknown";
import type { Usage } from "./usage";

/** A resource as an estimate needs it; a rule's and an engine event's both fit. */
export interface Billable {
  readonly type: string;
  readonly urn: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly provider?: { readonly props: Readonly<Record<string, unknown>> };
  /** The resources that each property's value was made from. */
  readonly propertyDependencies?: Readonly<Record<string, readonly Source[]>>;
  /** All resources that it was made from, where it is not known by property. */
  readonly dependsOn?: readonly Source[];
  /** Whether it is a thing, not a component; absent where that is not known. */
  readonly custom?: boolean;
}

interface Source {
  readonly type: string;
  readonly urn: string;
}

/** So much of an item in a month, or why that cannot be said. */
export type Charge =
  | { readonly item: string; readonly quantity: number }
  /** What is charged and cannot be counted here, in words. */
  | { readonly uncounted: string };

/** What a model may look at beside the resource's own properties. */
export interface Context {
  readonly resource: Billable;
  /** The resource of a URN, of the same stack. */
  find(urn: string): Billable | undefined;
  readonly usage: Usage;
  /** The day that the estimate is of, e.g. `2026-11-25`. */
  readonly today: string;
}

/** What a resource is charged for. Nothing: it is free. */
export type Model = (props: never, context: Context) => readonly Charge[];

/** Hours in a month, as AWS's own calculator counts: 365 days of 24 hours by 12. */
export const hoursPerMonth = 730;

export const hours = (item: string, count = 1): Charge => ({ item, quantity: count * hoursPerMonth });

/** The model of a type, with that type's properties. */
export function modelOf<const Token extends string>(
  type: Token & KnownToken<Token>,
  charges: (props: Props<Token>, context: Context) => readonly Charge[],
): readonly [string, Model] {
  // Sound because a model is only called with resources of its own type.
  return [type, charges as Model];
}

/** How many items a list has; where that is not known, how many resources of `type` it was made from. */
export function countOf(resource: Billable, property: string, type: string): number {
  const value = ifKnown(() => resource.props[property]);
  return Array.isArray(value) ? value.length : sourcesOf(resource, property, type).length;
}

/** The resource of `type` that `property` was made from; undefined where it is of another stack. */
export function sourceOf({ resource, find }: Context, property: string, type: string): Billable | undefined {
  return sourcesOf(resource, property, type)
    .map(({ urn }) => find(urn))
    .find((source) => source !== undefined);
}

/** The resources of `type` that `property` was made from, as far as that is known. */
export function sourcesOf({ propertyDependencies, dependsOn = [] }: Billable, property: string, type: string) {
  const sources = propertyDependencies ? (propertyDependencies[property] ?? []) : dependsOn;
  return sources.filter((source) => source.type === type);
}
