import { expect, it } from "vitest";
import { CloudError } from "../../sandbox/cloud/errors";
import { models } from "../../sandbox/models";
import type { Reference, Refusal } from "../../sandbox/models/model";
import { startCloud } from "./models";

const shown = new Set<Refusal | Reference>();

/** A case of the cloud saying no: what is fine, and the one thing different that is not. */
interface Case<T> {
  /** Makes the valid case, and what the refused one needs. */
  valid: () => T;
  /** Is refused. */
  refused: (valid: T) => unknown;
  /** Part of what AWS says. */
  says?: RegExp;
}

/** Tests that AWS's `code` meets the refused case and not the valid one, each in a fresh cloud; `what` is in its title. */
export function shows<T>(code: string, what: string, { valid, refused, says }: Case<T>): void {
  it(`${code}: ${what}`, () => {
    startCloud();
    const made = valid();
    const error = refusalOf(() => refused(made));
    expect(`${error.code}: ${error.message}`).toMatch(new RegExp(`^${code}: `));
    if (says) expect(error.message).toMatch(says);
    expect(error.refusal?.source).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|kubernetes\.io)\//);
    if (error.refusal) shown.add(error.refusal);
  });
}

function refusalOf(work: () => unknown): CloudError {
  try {
    work();
  } catch (error) {
    if (error instanceof CloudError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** Tests, as the last of a file, that its cases showed all that the models of some types refuse. */
export function showsAllOf(...typePrefixes: string[]): void {
  it(`shows everything that ${typePrefixes.join(", ")} refuse`, () => {
    const missing = models
      .filter(({ type }) => typePrefixes.some((prefix) => type.startsWith(prefix)))
      .flatMap(({ type, refusals = [], references = {} }) => [
        ...refusals.filter((refusal) => !shown.has(refusal)).map(({ code, source }) => `${type}: ${code} (${source})`),
        ...Object.entries(references)
          .filter(([, reference]) => !shown.has(reference))
          .map(([path, { code }]) => `${type}: ${path} → ${code}`),
      ]);
    expect(missing).toEqual([]);
  });
}
