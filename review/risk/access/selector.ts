import { covers, meets } from "./patterns";

/** What an element of a statement selects: some patterns, or all but some (NotAction, NotResource, NotPrincipal). */
export type Selector = { readonly only: readonly string[] } | { readonly except: readonly string[] };

/** One thing that a selector selects: a pattern, or all but some. */
export type Item = string | { readonly except: readonly string[] };

export const everything: Selector = { only: ["*"] };

/** How patterns of an element are held against each other. */
export interface Matching {
  covers(pattern: string, other: string): boolean;
  meets(one: string, other: string): boolean;
}

const lower = (text: string): string => text.toLowerCase();

/** Of actions, case does not matter. */
export const actions: Matching = {
  covers: (pattern, other) => covers(lower(pattern), lower(other)),
  meets: (one, other) => meets(lower(one), lower(other)),
};

export const resources: Matching = { covers, meets };

/** Of principals there are no patterns: everyone stands for all, and an account for who is in it. */
export const principals: Matching = {
  covers: (wider, other) => wider === other || wider === "*" || isAccountOf(wider, other),
  meets: (one, other) => principals.covers(one, other) || principals.covers(other, one),
};

const account = /^AWS:arn:[^:]*:(?:iam|sts)::(\d{12}):(.*)$/;

function isAccountOf(wider: string, other: string): boolean {
  const [, id, rest] = account.exec(wider) ?? [];
  return rest === "root" && account.exec(other)?.[1] === id;
}

export const itemsOf = (selector: Selector): readonly Item[] => ("only" in selector ? selector.only : [selector]);

/** Whether `selector` selects all that `item` stands for. */
export function selects(selector: Selector, item: Item, { covers: cover, meets: meet }: Matching): boolean {
  if (typeof item === "string") {
    if ("only" in selector) return selector.only.some((pattern) => cover(pattern, item));
    return !selector.except.some((pattern) => meet(pattern, item));
  }
  if ("only" in selector) return selector.only.some((pattern) => cover(pattern, "*"));
  return selector.except.every((left) => item.except.some((pattern) => cover(pattern, left)));
}
