import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covers, meets } from "../../../../review/risk/access/patterns";

/** Any text that a pattern stands for, by putting texts in place of its wildcards. */
const textOf = (pattern: string, many: string, one: string) => pattern.replaceAll("*", many).replaceAll("?", one);
const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 8 });
const many = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 3 });
const one = fc.constantFrom("a", "b");

describe("covers", () => {
  it("says yes only where each text of the other is one of the pattern", () => {
    fc.assert(
      fc.property(pattern, pattern, many, one, (wider, other, some, single) => {
        if (covers(wider, other)) expect(covers(wider, textOf(other, some, single))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("matches a text as a regular expression does", () => {
    fc.assert(
      fc.property(pattern, many, many, (wider, left, right) => {
        const expression = new RegExp(`^${wider.replaceAll("*", ".*").replaceAll("?", ".")}$`);
        expect(covers(wider, left + right)).toBe(expression.test(left + right));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["s3:*", "s3:Get*", true],
    ["s3:Get*", "s3:*", false],
    ["?", "*", false],
    ["*", "?", true],
    ["a?c", "a?c", true],
  ])("%s covers %s: %s", (wider, other, expected) => {
    expect(covers(wider, other)).toBe(expected);
  });

  it("is not slow on what makes regular expressions slow", () => {
    expect(covers("*a".repeat(500), `${"a".repeat(5000)}b`)).toBe(false);
  });
});

describe("meets", () => {
  it("says yes where a text is one of both", () => {
    fc.assert(
      fc.property(pattern, pattern, many, one, (left, right, some, single) => {
        if (covers(right, textOf(left, some, single))) expect(meets(left, right)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["iam:*", "s3:*", false],
    ["a*", "*b", true],
    ["a", "b", false],
    ["", "*", true],
    ["a?", "a", false],
  ])("%s and %s: %s", (left, right, expected) => {
    expect(meets(left, right)).toBe(expected);
  });
});
