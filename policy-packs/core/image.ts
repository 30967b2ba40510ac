import { z } from "zod";

/** The parts of an image's reference, e.g. `registry.k8s.io/pause:3.10@sha256:…`. */
export interface Image {
  /** Registry and path. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** Takes a reference apart; a colon before the last slash is that of a registry's port. */
export function parseImage(reference: string): Image {
  const [tagged = "", digest] = reference.split("@", 2);
  const colon = tagged.indexOf(":", tagged.lastIndexOf("/") + 1);
  return {
    repository: colon === -1 ? tagged : tagged.slice(0, colon),
    ...(colon !== -1 && { tag: tagged.slice(colon + 1) }),
    ...(digest !== undefined && { digest }),
  };
}

/** The reference with the registry that a runtime would add: `nginx` is `docker.io/library/nginx`. */
export function fullReference(reference: string): string {
  const slash = reference.indexOf("/");
  if (slash === -1) return `docker.io/library/${reference}`;
  const first = reference.slice(0, slash);
  return /[.:]/.test(first) || first === "localhost" ? reference : `docker.io/${reference}`;
}

/**
 * Whether one of `patterns` is the whole reference, short or full. An asterisk stands for anything within a path segment,
 * one at the end for anything.
 */
export function matchesImage(reference: string, patterns: readonly string[]): boolean {
  const names = [reference, fullReference(reference)];
  return patterns.some((pattern) => names.some((name) => toExpression(pattern).test(name)));
}

function toExpression(pattern: string): RegExp {
  const open = pattern.endsWith("*");
  const parts = (open ? pattern.slice(0, -1) : pattern).split("*").map(quote);
  return new RegExp(`^${parts.join("[^/]*")}${open ? ".*" : ""}$`, "s");
}

const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

/** The parameter of rules that let some images do what others may not; see {@link matchesImage} for the form. */
export const exemptImages = z.object({ exemptImages: z.array(z.string()).default([]) });
