import { describe, expect, it } from "vitest";
import { idsOf, saidOf } from "../../../support/risks";
import { created, deleted, replaced, step, updated } from "../../../support/steps";

const attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const awsPolicy = (name: string) => ({ role: "app", policyArn: `arn:aws:iam::aws:policy/${name}` });

describe("a policy that is attached", () => {
  it.each([
    ["AdministratorAccess", "access-admin"],
    ["IAMFullAccess", "access-escalation"],
    ["PowerUserAccess", "access-wildcard"],
    ["AmazonS3FullAccess", "access-wildcard"],
    ["job-function/ViewOnlyAccess", "access-data"],
    ["AmazonEKSWorkerNodePolicy", "access-given"],
  ])("%s is %s", (name, id) => {
    expect(idsOf(created(attachment, awsPolicy(name)))).toEqual([id]);
    const role = "aws:iam/role:Role";
    expect(idsOf(updated(role, { managedPolicyArns: [] }, { managedPolicyArns: [awsPolicy(name).policyArn] }))).toEqual(
      [id],
    );
  });

  it("is no danger where it goes, and none where it stays", () => {
    expect(saidOf(deleted(attachment, awsPolicy("AdministratorAccess")))).toEqual([
      "access-narrowed: app no longer has arn:aws:iam::aws:policy/AdministratorAccess",
    ]);
    const both = { managedPolicyArns: [awsPolicy("AdministratorAccess").policyArn] };
    expect(idsOf(updated("aws:iam/role:Role", { ...both, description: "a" }, { ...both, description: "b" }))).toEqual(
      [],
    );
  });

  it("is new for another role", () => {
    const other = { ...awsPolicy("AdministratorAccess"), role: "ci" };
    expect(saidOf(replaced(attachment, awsPolicy("AdministratorAccess"), other))).toEqual([
      "access-admin: ci newly has AWS's policy AdministratorAccess",
    ]);
  });

  it("is judged by what it says where it is in the review", () => {
    const document = JSON.stringify({ Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] });
    const policy = step({ ...created("aws:iam/policy:Policy", { policy: document }), name: "all" });
    const one = { ...created(attachment, { role: "app", policyArn: { $: "unknown" } }), dependsOn: [policy.urn] };
    const find = (urn: string) => (urn === policy.urn ? policy : undefined);
    expect(saidOf(one, { step: find })).toEqual(["access-admin: app, by all, can newly do everything on everything"]);
    expect(idsOf(one)).toEqual(["access-not-judged"]);
    expect(idsOf(created(attachment, { role: "app", policyArn: "arn:aws:iam::111122223333:policy/other" }))).toEqual([
      "access-not-judged",
    ]);
  });
});

describe("a boundary of permissions", () => {
  const bounded = { permissionsBoundary: "arn:aws:iam::111122223333:policy/limit" };

  it("is told where it goes or changes, not where it comes", () => {
    const role = "aws:iam/role:Role";
    expect(idsOf(updated(role, bounded, {}))).toEqual(["access-boundary-removed"]);
    expect(idsOf(updated(role, bounded, { permissionsBoundary: "arn:aws:iam::111122223333:policy/wide" }))).toEqual([
      "access-boundary-removed",
    ]);
    expect(idsOf(updated(role, {}, bounded))).toEqual([]);
  });
});

describe("permissions that are things of their own", () => {
  const lambda = "aws:lambda/permission:Permission";
  const call = { function: "orders", action: "lambda:InvokeFunction" };

  it.each([
    [created(lambda, { ...call, principal: "*" }), "access-public"],
    [created(lambda, { ...call, principal: "*", principalOrgId: "o-1" }), "access-conditional"],
    [created(lambda, { ...call, principal: "444455556666" }), "access-cross-account"],
    [created(lambda, { ...call, principal: "events.amazonaws.com", sourceArn: "arn:aws:events:::a" }), "access-given"],
    [created(lambda, { ...call, principal: { $: "unknown" } }), "access-unknown"],
    [deleted(lambda, { ...call, principal: "*" }), "access-narrowed"],
    [
      created("aws:kms/grant:Grant", { granteePrincipal: "arn:aws:iam::444455556666:role/x", operations: ["Decrypt"] }),
      "access-cross-account",
    ],
    [created("aws:ec2/amiLaunchPermission:AmiLaunchPermission", { imageId: "ami-1", group: "all" }), "access-public"],
    [
      created("aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission", { accountId: "444455556666" }),
      "access-cross-account",
    ],
    [
      created("aws:ram/principalAssociation:PrincipalAssociation", { principal: "444455556666" }),
      "access-cross-account",
    ],
  ])("are judged like a statement (%#)", (one, id) => {
    expect(idsOf(one)).toEqual([id]);
  });

  it("says who, what and on what", () => {
    expect(saidOf(created(lambda, { ...call, principal: "*" }))).toEqual([
      "access-public: anyone can newly do lambda:InvokeFunction on orders",
    ]);
  });
});

describe("what gives access by being there", () => {
  it.each([
    [created("aws:iam/accessKey:AccessKey", { user: "ci" }), ["access-key-made"]],
    [updated("aws:iam/accessKey:AccessKey", { status: "Active" }, { status: "Inactive" }), []],
    [deleted("aws:iam/accessKey:AccessKey", { user: "ci" }), ["access-narrowed"]],
    [created("aws:iam/openIdConnectProvider:OpenIdConnectProvider", { url: "u" }), ["access-federated"]],
    [
      updated(
        "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
        { thumbprintLists: ["a"] },
        { thumbprintLists: ["b"] },
      ),
      [],
    ],
    [created("aws:iam/userGroupMembership:UserGroupMembership", { groups: ["admins"] }), ["access-given"]],
    [created("aws:iam/instanceProfile:InstanceProfile", { role: "app" }), []],
  ])("%#", (one, ids) => {
    expect(idsOf(one)).toEqual(ids);
  });
});
