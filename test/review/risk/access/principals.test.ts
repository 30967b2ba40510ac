import { describe, expect, it } from "vitest";
import { documents } from "../../../../review/risk/access/documents";
import { documentOf, idsOf, type Statement, saidOf, vpcOnly } from "../../../support/risks";
import { created, state, step, updated } from "../../../support/steps";

const role = "aws:iam/role:Role";
const bucketPolicy = "aws:s3/bucketPolicy:BucketPolicy";

describe("a trust policy", () => {
  const trust = (...statements: readonly Statement[]) => ({
    assumeRolePolicy: documentOf(...statements.map((one) => ({ Action: "sts:AssumeRole", ...one }))),
  });
  const own = { outputs: { arn: "arn:aws:iam::111122223333:role/app" } };
  const changed = (before: Statement, after: Statement) => {
    const [was, is] = [trust(before), trust(after)];
    return saidOf(step({ ...updated(role, was, is), old: state(was, own), new: state(is, own) }));
  };
  const service = { Principal: { Service: "ec2.amazonaws.com" } };

  it.each<[string, Statement, Statement, RegExp]>([
    [
      "another account",
      service,
      { Principal: { AWS: "444455556666" } },
      /^access-cross-account: anyone in account 444455556666 can newly assume subject$/,
    ],
    [
      "a role of another account",
      service,
      { Principal: { AWS: "arn:aws:iam::444455556666:role/ci" } },
      /^access-cross-account: role\/ci of account 444455556666 can newly assume/,
    ],
    ["anyone", service, { Principal: "*" }, /^access-public: anyone can newly assume subject$/],
    [
      "everybody but one",
      service,
      { NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/x" } },
      /^access-public: everybody but role\/x of account 111122223333 can newly assume/,
    ],
    [
      "another provider's identities",
      service,
      { Principal: { Federated: "accounts.google.com" } },
      /^access-federated-open: identities of accounts.google.com can newly assume/,
    ],
    [
      "an own role",
      service,
      { Principal: { AWS: "arn:aws:iam::111122223333:role/ci" } },
      /^access-given: role\/ci of account 111122223333 can newly assume/,
    ],
    [
      "a condition that goes",
      { Principal: { AWS: "444455556666" }, Condition: { StringEquals: { "sts:ExternalId": "x" } } },
      { Principal: { AWS: "444455556666" } },
      /^access-cross-account: .*no longer only where sts:externalid is x/,
    ],
    [
      "a wider subject",
      { Principal: { Federated: "f" }, Condition: { StringLike: { "f:sub": "repo:a/b:ref:main" } } },
      { Principal: { Federated: "f" }, Condition: { StringLike: { "f:sub": "repo:a/*" } } },
      /^access-federated-open: .*no longer only where f:sub is repo:a\/b:ref:main/,
    ],
  ])("says who can newly assume it: %s", (_what, before, after, said) => {
    expect(changed(before, after)).toContainEqual(expect.stringMatching(said));
  });

  it("says no danger of a narrower subject", () => {
    const wide = { Principal: { Federated: "f" }, Condition: { StringLike: { "f:sub": "repo:a/*" } } };
    const narrow = { Principal: { Federated: "f" }, Condition: { StringEquals: { "f:sub": "repo:a/b" } } };
    expect(changed(wide, narrow)).toEqual([expect.stringMatching(/^access-narrowed: /)]);
  });

  it("does not call an account another one where the provider works in it", () => {
    const provider = step({ type: "pulumi:providers:aws", new: state({ allowedAccountIds: '["444455556666"]' }) });
    const one = { ...created(role, trust({ Principal: { AWS: "444455556666" } })), provider: provider.urn };
    expect(idsOf(one)).toEqual(["access-cross-account"]);
    expect(idsOf(one, { step: (urn) => (urn === provider.urn ? provider : undefined) })).toEqual(["access-given"]);
  });
});

describe("a resource policy", () => {
  const resource = (before: readonly Statement[], after: readonly Statement[]) =>
    saidOf(updated(bucketPolicy, { policy: documentOf(...before) }, { policy: documentOf(...after) }));
  const read = { Action: "s3:GetObject", Resource: "arn:aws:s3:::orders/*" };
  const tls = {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: "*",
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };

  it("says who can newly do what on what", () => {
    expect(resource([], [{ ...read, Principal: "*" }])).toEqual([
      "access-public: anyone can newly do s3:GetObject on arn:aws:s3:::orders/*",
    ]);
    expect(resource([], [{ ...read, Principal: "*", Condition: vpcOnly }])).toEqual([
      "access-conditional: anyone can newly do s3:GetObject on arn:aws:s3:::orders/*, where aws:sourcevpc is vpc-1 (stringequals)",
    ]);
    expect(resource([], [{ ...read, Principal: { Service: "cloudfront.amazonaws.com" } }])).toEqual([
      "access-data: the service cloudfront.amazonaws.com can newly do s3:GetObject on arn:aws:s3:::orders/*",
    ]);
    expect(resource([], [tls])).toEqual([expect.stringMatching(/^access-narrowed: /)]);
    expect(resource([tls], [])).toEqual([expect.stringMatching(/^access-deny-removed: anyone is no longer kept/)]);
  });

  it("opens an endpoint where it goes", () => {
    const endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
    const narrow = { policy: documentOf({ Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::a/*" }) };
    expect(idsOf(updated(endpoint, narrow, {}))).toContain("access-public");
    expect(idsOf(created(endpoint, { serviceName: "s3" }))).toEqual([]);
  });

  it.each(Object.entries(documents).flatMap(([type, all]) => all.map(({ path, kind }) => [type, path, kind] as const)))(
    "is judged in %s.%s",
    (type, path, kind) => {
      const statement =
        kind === "identity" ? { Action: "*", Resource: "*" } : { Principal: "*", Action: "*", Resource: "*" };
      const value = path === "inlinePolicies" ? [{ policy: documentOf(statement) }] : documentOf(statement);
      const closed =
        path === "inlinePolicies"
          ? []
          : documentOf({ ...statement, Principal: undefined, Action: "a:B", Resource: "c" });
      expect(idsOf(updated(type, { [path]: closed }, { [path]: value }))).toContain(
        kind === "identity" ? "access-admin" : "access-public",
      );
      expect(idsOf(updated(type, { [path]: value }, { [path]: value }))).toEqual([]);
    },
  );
});
