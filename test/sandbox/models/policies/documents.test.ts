import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policyDocument } from "../../../../components/core/policy-document";
import { mistakeIn, type PolicyKind } from "../../../../sandbox/models/policies/judge";
import { isWellFormed, principalsOf } from "../../../../sandbox/models/policies/principals";
import { matchesPattern, parseJson } from "../../../../sandbox/models/policy-document";
import { valueOf } from "../../../support/harness";
import { knownPolicies } from "../../../support/known-policies";

describe("known policies", () => {
  it.each(Object.entries(knownPolicies))("%s is taken", (_what, [kind, document]) => {
    expect(mistakeIn(document, kind)).toBeUndefined();
    expect(principalsOf(document).filter((principal) => !isWellFormed(principal))).toEqual([]);
  });
});

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/);
const some = <T>(item: fc.Arbitrary<T>) => fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 3 }));
const action = fc.oneof(
  fc.constant("*"),
  fc.tuple(word, word).map(([vendor, name]) => `${vendor}:${name}*`),
);
const resource = fc.oneof(
  fc.constant("*"),
  fc.tuple(word, word).map(([service, name]) => `arn:aws:${service}:*:111122223333:${name}/*`),
);
const principal = fc.oneof(
  fc.constant("*" as const),
  some(word).map((names) => ({ Service: [names].flat().map((name) => `${name}.amazonaws.com`) })),
  some(word).map((names) => ({ AWS: [names].flat().map((name) => `arn:aws:iam::111122223333:role/${name}`) })),
);
const condition = fc.dictionary(
  fc.constantFrom("StringEquals", "ForAnyValue:StringLike", "BoolIfExists", "ArnLike"),
  fc.dictionary(
    word.map((key) => `aws:${key}`),
    some(word),
    { minKeys: 1, maxKeys: 2 },
  ),
  { minKeys: 1, maxKeys: 2 },
);
const effect = fc.constantFrom("Allow" as const, "Deny" as const);

/** Statements as our own builder takes them, of each kind; each with a Sid of its own. */
const statements = {
  identity: fc.array(
    fc.record({ Effect: effect, Action: some(action), Resource: some(resource), Condition: condition }),
    { minLength: 1, maxLength: 3 },
  ),
  trust: fc.array(
    fc.record({ Effect: effect, Action: fc.constantFrom("sts:AssumeRole", "sts:*"), Principal: principal }),
    { minLength: 1, maxLength: 3 },
  ),
  key: fc.array(fc.record({ Effect: effect, Action: some(action), Principal: principal, Resource: fc.constant("*") }), {
    minLength: 1,
    maxLength: 3,
  }),
};

/** A document of our own builder, and the kind that it is of. */
const built: fc.Arbitrary<Promise<[PolicyKind, string]>> = fc.oneof(
  statements.identity.map(async (all): Promise<[PolicyKind, string]> => {
    const numbered = all.map((statement, index) => ({ Sid: `S${index}`, ...statement }));
    return ["managed", await valueOf(policyDocument("managed", numbered))];
  }),
  statements.trust.map(
    async (all): Promise<[PolicyKind, string]> => ["trust", await valueOf(policyDocument("trust", all))],
  ),
  statements.key.map(
    async (all): Promise<[PolicyKind, string]> => ["resource", await valueOf(policyDocument("key", all))],
  ),
);

describe("the judge", () => {
  it("takes whatever our own builder makes", async () => {
    await fc.assert(
      fc.asyncProperty(built, async (making) => {
        const [kind, document] = await making;
        expect(mistakeIn(document, kind)).toBeUndefined();
        expect(principalsOf(document).every(isWellFormed)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("refuses a document with an element renamed, whichever it is", async () => {
    await fc.assert(
      fc.asyncProperty(built, fc.nat(), async (making, which) => {
        const [kind, document] = await making;
        const names = [...document.matchAll(/"(Version|Statement|Effect|Action|Resource|Principal|Condition)":/g)];
        const name = names[which % names.length];
        if (name === undefined) throw new Error("the document has no element");
        const renamed = `${document.slice(0, name.index)}"X${name[1]}":${document.slice(name.index + name[0].length)}`;
        expect(mistakeIn(renamed, kind)).toBe("Syntax errors in policy.");
      }),
      { numRuns: 100 },
    );
  });

  it.each(["managed", "inline", "trust", "resource"] as const)("answers whatever a %s policy is", (kind) => {
    const anything = fc.oneof(
      fc.json(),
      fc.string(),
      fc.jsonValue().map((value) => JSON.stringify({ Version: "2012-10-17", Statement: value })),
      fc
        .tuple(fc.constantFrom("Action", "Resource", "Principal", "Condition", "Sid"), fc.jsonValue())
        .map(([key, value]) =>
          JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", Action: "a:b", [key]: value } }),
        ),
    );
    fc.assert(
      fc.property(anything, (document) => {
        const mistake = mistakeIn(document, kind);
        if (parseJson(document) === undefined) expect(mistake).toBe("This policy contains invalid Json");
        if (mistake === undefined)
          for (const one of principalsOf(document)) expect(typeof isWellFormed(one)).toBe("boolean");
      }),
      { numRuns: 300 },
    );
  });
});

it("matches by wildcards", () => {
  expect(matchesPattern("kms:Generate*", "kms:GenerateDataKey")).toBe(true);
  expect(matchesPattern("kms:?ncrypt", "kms:Encrypt")).toBe(true);
  expect(matchesPattern("kms.*", "kmsx")).toBe(false);
  fc.assert(fc.property(fc.string(), (text) => matchesPattern(text, text) && matchesPattern("*", text)));
});
