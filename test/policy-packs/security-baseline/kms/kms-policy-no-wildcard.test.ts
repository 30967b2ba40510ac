import { describe, expect, it } from "vitest";
import { kmsPolicyNoWildcard } from "../../../../policy-packs/security-baseline/rules/kms/kms-policy-no-wildcard";
import { judge, unknown } from "../../../support/policy";

const account = "arn:aws:iam::111122223333:root";
const allow = { Effect: "Allow", Action: "kms:*", Resource: "*" };
const documentOf = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });

describe.each(["aws:kms/key:Key", "aws:kms/keyPolicy:KeyPolicy"])("kms-policy-no-wildcard of %s", (type) => {
  const check = (policy?: string) => judge([kmsPolicyNoWildcard], type, { policy });

  it.each([
    ["every principal", { Principal: "*" }],
    ["every AWS principal", { Principal: { AWS: "*" } }],
    ["a wildcard among others", { Principal: { AWS: [account, "*"] } }],
    ["a wildcard in a list", { Principal: ["foo", "*"] }],
    ["everyone but one", { NotPrincipal: { AWS: account } }],
    ["a condition that scopes nothing", { Principal: "*", Condition: { Bool: { "aws:SecureTransport": "true" } } }],
    [
      "a condition on any organisation",
      { Principal: "*", Condition: { StringLike: { "aws:PrincipalOrgID": ["o-example", "*"] } } },
    ],
    [
      "a condition that excludes one account",
      { Principal: "*", Condition: { StringNotEquals: { "kms:CallerAccount": "111122223333" } } },
    ],
    [
      "a condition that an absent key meets",
      { Principal: "*", Condition: { StringEqualsIfExists: { "aws:SourceAccount": "111122223333" } } },
    ],
  ])("reports %s", async (_case, statement) => {
    const policy = documentOf({ ...allow, Principal: { AWS: account } }, { ...allow, ...statement });
    expect((await check(policy)).violations).toMatchObject([
      { rule: "kms-policy-no-wildcard", level: "mandatory", message: expect.stringContaining("statement 2 ") },
    ]);
  });

  it.each(["not JSON", "[]", "{}", '{"Statement":["Allow"]}'])("reports %s, which KMS refuses", async (policy) => {
    const { violations } = await check(policy);
    expect(violations).toHaveLength(1);
    expect(violations[0]?.message).not.toContain(policy);
  });

  it.each([
    ["no policy, which is the account's root", undefined],
    ["the account's root", documentOf({ ...allow, Principal: { AWS: account } })],
    ["a service", documentOf({ ...allow, Principal: { Service: "logs.eu-west-1.amazonaws.com" } })],
    ["a wildcard that is denied", documentOf({ ...allow, Effect: "Deny", Principal: "*" })],
    ["a single statement", JSON.stringify({ Statement: { ...allow, Principal: { AWS: account } } })],
    [
      "a wildcard within one account",
      documentOf({ ...allow, Principal: "*", Condition: { StringEquals: { "kms:CallerAccount": "111122223333" } } }),
    ],
  ])("accepts %s", async (_case, policy) => {
    expect((await check(policy)).violations).toEqual([]);
  });

  it("does not judge an unknown policy", async () => {
    const { violations, notApplicable } = await check(unknown);
    expect(violations).toEqual([]);
    expect(notApplicable).toContainEqual({
      rule: "kms-policy-no-wildcard",
      reason: "string value at .policy can't be known during preview",
    });
  });
});
