import type { Shown } from "../model/values";

/** Deeper ones are shown as text. */
const deepest = 40;

/**
 * The structure that a text of JSON holds: policies and configuration are passed to clouds as texts. Undefined where it holds none, or
 * where reading it would lose something.
 */
export function documentIn(text: string): (Shown & object) | undefined {
  if (!/^\s*[[{]/.test(text) || digitsThatDoNotFit.test(text) || depthOf(text) > deepest) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    // Of a key that stands twice only the last is read.
    return isStructure(value) && (text.match(keys)?.length ?? 0) === keysOf(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A number of so many digits may not be what it was after it was read. */
const digitsThatDoNotFit = /\d{16,}/;

/** A string before a colon is a key, and nothing else is. */
const keys = /"(?:[^"\\]|\\.)*"\s*:/gs;

const isStructure = (value: unknown): value is Shown & object => typeof value === "object" && value !== null;

function keysOf(value: unknown): number {
  if (!isStructure(value)) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum: number, item) => sum + keysOf(item), own);
}

/** How deep brackets are nested; those in strings count too. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const character of text) {
    if (character === "{" || character === "[") most = Math.max(most, ++depth);
    else if (character === "}" || character === "]") depth--;
  }
  return most;
}
