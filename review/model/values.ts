/** A value of a property as a review shows it. What may not or cannot be shown is one of {@link Hidden}. */
export type Shown = string | number | boolean | null | readonly Shown[] | { readonly [key: string]: Shown };

/** Stands for a value that is not shown, by its key `$`: which no cloud uses as the name of a property. */
export type Hidden =
  | { readonly $: "secret" }
  /** Decided only when it is made. */
  | { readonly $: "unknown" }
  /** A file or an archive, by its hash. */
  | { readonly $: "file"; readonly hash: string }
  /** The beginning of a long text, by a hash of the whole. */
  | { readonly $: "long"; readonly start: string; readonly characters: number; readonly hash: string };

/** Whether `value` stands for one that is not shown. */
export const isHidden = (value: Shown | undefined): value is Hidden =>
  typeof value === "object" && value !== null && !Array.isArray(value) && "$" in value;

export const isSecret = (value: Shown | undefined): boolean => isHidden(value) && value.$ === "secret";
export const isUnknown = (value: Shown | undefined): boolean => isHidden(value) && value.$ === "unknown";
