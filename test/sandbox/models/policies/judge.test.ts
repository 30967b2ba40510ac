import { describe, expect, it } from "vitest";
import { mistakeIn, type PolicyKind } from "../../../../sandbox/models/policies/judge";

const allow = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const trust = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } };
const judged = (kind: PolicyKind, statement: unknown, policy: object = {}) =>
  mistakeIn(JSON.stringify({ Version: "2012-10-17", Statement: statement, ...policy }), kind);

const syntax = "Syntax errors in policy.";

describe("a policy document", () => {
  it.each([
    ["text", "This policy contains invalid Json"],
    ["[]", syntax],
    ["null", syntax],
    ['"text"', syntax],
    ["{}", syntax],
    ['{"Version":"2012-10-17","Statement":[]}', syntax],
    ['{"Version":"2013-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}', syntax],
    [
      '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
      "Policy document must be version 2012-10-17 or greater.",
    ],
  ])("%s is refused", (document, message) => {
    expect(mistakeIn(document, "managed")).toBe(message);
  });

  it("has no element that the language does not have", () => {
    expect(judged("managed", allow, { Id: "an id" })).toBeUndefined();
    expect(judged("managed", allow, { Id: ["an id"] })).toBe(syntax);
    expect(judged("managed", allow, { Comment: "" })).toBe(syntax);
    expect(judged("managed", { ...allow, Comment: "" })).toBe(syntax);
    expect(judged("managed", ["text"])).toBe(syntax);
  });

  it.each([
    ["an Effect that is none", { ...allow, Effect: "allow" }],
    ["no Effect", { Action: "*", Resource: "*" }],
    ["both Action and NotAction", { ...allow, NotAction: "iam:*" }],
    ["both Resource and NotResource", { ...allow, NotResource: "*" }],
    ["an action that is no text", { ...allow, Action: [["s3:GetObject"]] }],
    ["a resource that is no text", { ...allow, Resource: { bucket: "*" } }],
    ["a Sid that is no text", { ...allow, Sid: 1 }],
    ["a Condition that is a list", { ...allow, Condition: [] }],
    ["an operator without keys", { ...allow, Condition: { StringEquals: "x" } }],
    ["an unknown operator", { ...allow, Condition: { StringIs: { "aws:PrincipalTag/team": "x" } } }],
    ["a condition's value that is an object", { ...allow, Condition: { StringEquals: { "aws:username": {} } } }],
  ])("is refused with %s", (_what, statement) => {
    expect(judged("managed", statement)).toBe(syntax);
  });

  it("may have any operator of the language", () => {
    const Condition = {
      "ForAllValues:StringEqualsIfExists": { "aws:TagKeys": ["team", "stage"] },
      "ForAnyValue:ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" },
      Bool: { "aws:SecureTransport": true },
      NumericLessThanEquals: { "aws:MultiFactorAuthAge": 3600 },
      Null: { "aws:TokenIssueTime": "true" },
    };
    expect(judged("managed", { ...allow, Condition })).toBeUndefined();
  });
});

describe("a policy about its holder", () => {
  it.each([
    [{ Effect: "Allow", Resource: "*" }, "Policy statement must contain actions."],
    [{ ...allow, Action: [] }, "Policy statement must contain actions."],
    [{ Effect: "Allow", Action: "*" }, "Policy statement must contain resources."],
    [{ ...allow, Resource: [] }, "Policy statement must contain resources."],
    [{ ...allow, Principal: "*" }, "Policy document should not specify a principal."],
    [{ ...allow, Action: "GetObject" }, "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."],
    [{ ...allow, Action: "s3:Get:Object" }, "Actions/Condition can contain only one colon."],
    [{ ...allow, Action: "a b:GetObject" }, "Vendor a b is not valid"],
    [{ ...allow, Resource: "bucket" }, 'Resource bucket must be in ARN format or "*".'],
    [{ ...allow, Resource: "" }, 'Resource  must be in ARN format or "*".'],
    [{ ...allow, Resource: "arn:amazon:s3:::b" }, 'Partition "amazon" is not valid for resource "arn:amazon:s3:::b".'],
    [{ ...allow, Resource: "arn:aws" }, "Resource vendor must be fully qualified and cannot contain regexes."],
    [{ ...allow, Resource: "arn:aws:s3::bucket" }, "The policy failed legacy parsing"],
    [[{ ...allow, Sid: "one two" }], /must be alpha-numeric/],
    [
      [
        { ...allow, Sid: "One" },
        { ...allow, Sid: "One" },
      ],
      "Statement IDs (SID) in a single policy must be unique.",
    ],
  ])("%j is refused", (statement, message) => {
    for (const kind of ["managed", "inline"] as const) {
      expect(judged(kind, statement)).toEqual(message instanceof RegExp ? expect.stringMatching(message) : message);
    }
  });

  it("may name resources by wildcards and variables", () => {
    const Resource = [
      "arn:*:ec2:*:*:volume/*",
      "arn:aws-cn:s3:::bucket",
      `arn:aws:s3:::home/\${aws:username}/*`,
      "arn:aws:iam::*:role/a:b",
    ];
    expect(judged("managed", { ...allow, Resource })).toBeUndefined();
    expect(judged("managed", { Effect: "Deny", NotAction: ["iam:*", "*"], NotResource: Resource })).toBeUndefined();
  });

  it("need not state its version where it is inline", () => {
    expect(mistakeIn(JSON.stringify({ Statement: allow }), "inline")).toBeUndefined();
  });
});

describe("a trust policy", () => {
  it.each([
    [{ ...trust, Resource: "*" }, "Has prohibited field Resource"],
    [{ Effect: "Allow", Action: "sts:AssumeRole" }, "Missing required field Principal cannot be empty!"],
    [{ ...trust, Principal: { AWS: [] } }, "Missing required field Principal cannot be empty!"],
    [{ ...trust, Action: [] }, "Missing required field Action"],
    [{ ...trust, Action: ["sts:AssumeRole", "s3:GetObject"] }, /only specify STS AssumeRole actions/],
    [{ ...trust, Principal: { Service: [1] } }, syntax],
  ])("%j is refused", (statement, message) => {
    expect(judged("trust", statement)).toEqual(message instanceof RegExp ? expect.stringMatching(message) : message);
  });

  it("may let anyone take the role, and pass tags", () => {
    const Action = ["sts:AssumeRole", "sts:TagSession", "sts:AssumeRoleWithWebIdentity"];
    expect(judged("trust", { ...trust, Principal: "*", Action })).toBeUndefined();
    expect(judged("trust", { ...trust, Action: "sts:*", Sid: "with spaces" })).toBeUndefined();
  });
});

describe("a policy of a resource", () => {
  it("names principals, and need not name anything else", () => {
    expect(judged("resource", { Effect: "Allow", Principal: "*" })).toBeUndefined();
    expect(judged("resource", { ...allow, Sid: "Enable IAM User Permissions", NotPrincipal: "*" })).toBeUndefined();
    expect(judged("resource", allow)).toBe("Policy statement must contain principals.");
  });
});
