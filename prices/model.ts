import type { KnownToken, Props } from "../policy-packs/core/resource-types";
import type { Usage } from "./usage";

/** A resource as an estimate needs it; a rule's and an engine event's both fit. */
export interface Billable {
  readonly type: string;
  readonly urn: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly provider?: { readonly props: Readonly<Record<string, unknown>> };
  /** The resources that each property's value was made from. */
  readonly propertyDependencies?: Readonly<Record<string, readonly { readonly type: string; readonly urn: string }[]>>;
}

/** So much of an item in a month, or why that cannot be said. */
export type Charge =
  | { readonly item: string; readonly quantity: number }
  /** What is charged and cannot be counted here, in words. */
  | { readonly uncounted: string };

/** What a model may look at beside the resource's own properties. */
export interface Context {
  readonly resource: Billable;
  readonly resources: readonly Billable[];
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

/** How many items a list has, or was made from, where only that is known. */
export function countOf({ props, propertyDependencies }: Billable, property: string): number {
  const sources = propertyDependencies?.[property]?.length ?? 0;
  if (sources > 0) return Math.max(sources, 1);
  const value = props[property];
  return Array.isArray(value) ? value.length : 0;
}

/** The resource of `type` that `property` was made from; undefined where it is of another stack. */
export function sourceOf({ resource, resources }: Context, property: string, type: string): Billable | undefined {
  const sources = resource.propertyDependencies?.[property] ?? [];
  return resources.find((one) => one.type === type && sources.some(({ urn }) => urn === one.urn));
}
