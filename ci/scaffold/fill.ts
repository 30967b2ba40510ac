import { readFileSync } from "node:fs";
import path from "node:path";

/** A template by its path in ci/templates. */
export const template = (file: string): string =>
  readFileSync(path.resolve(__dirname, "../templates", file), "utf8").trimEnd();

/** Puts values in the place of `__word__`. @throws Error for a word without a value. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/__([a-z][a-z-]*)__/g, (_, word: string) => {
    const value = values[word];
    if (value === undefined) throw new Error(`the template has __${word}__, for which there is no value`);
    return value;
  });
}
