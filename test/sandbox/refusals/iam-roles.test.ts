import { expect, it } from "vitest";
import { callerRole } from "../../../sandbox/cloud/caller";
import { iamQuotas } from "../../../sandbox/quotas/iam";
import {
  attach,
  awsPolicies,
  awsPolicy,
  inline,
  policy,
  previewRole,
  profileType,
  role,
  trusting,
} from "../../support/iam";
import {
  account,
  almostFull,
  drop,
  make,
  makeRole,
  permissions,
  roleType,
  scope,
  startCloud,
  trustPolicy,
} from "../../support/models";
import { shows, showsAllOf } from "../../support/refusals";

shows("EntityAlreadyExists", "a role's name that is taken, in whatever case", {
  valid: () => role({ name: "App" }),
  refused: () => role({ name: "aPP", path: "/team/" }),
});

shows("ValidationError", "a role's name of more than 64 characters", {
  valid: () => previewRole({ name: "x".repeat(64) }),
  refused: () => previewRole({ name: "x".repeat(65) }),
  says: /'roleName'.*less than or equal to 64/,
});

shows("ValidationError", "a role's name with a space", {
  valid: () => previewRole({ name: "a+role=,.@-_" }),
  refused: () => previewRole({ name: "a role" }),
});

shows("ValidationError", "a path that does not end with a slash", {
  valid: () => previewRole({ path: "/team/data/" }),
  refused: () => previewRole({ path: "/team/data" }),
  says: /'path'/,
});

shows("ValidationError", "a description with other than Latin characters", {
  valid: () => previewRole({ description: "Für\nalle" }),
  refused: () => previewRole({ description: "Für “alle”" }),
});

shows("ValidationError", "a session of less than an hour", {
  valid: () => [previewRole({ maxSessionDuration: 3600 }), previewRole({ maxSessionDuration: 43_200 })],
  refused: () => previewRole({ maxSessionDuration: 3599 }),
  says: /'maxSessionDuration'.*between 3600 and 43200/,
});

shows("LimitExceeded", "more roles than the account may have", {
  valid: () => {
    almostFull(scope.global, roleType, iamQuotas.roles);
    return role({});
  },
  refused: () => role({ name: "another" }),
  says: /RolesPerAccount: 1000/,
});

shows("MalformedPolicyDocument", "a trust policy that names a resource", {
  valid: () => previewRole({}),
  refused: () => previewRole({ assumeRolePolicy: permissions() }),
  says: /Has prohibited field Resource/,
});

shows("MalformedPolicyDocument", "a service that is none", {
  valid: () => previewRole({ assumeRolePolicy: trusting({ Service: ["pods.eks.amazonaws.com"] }) }),
  refused: () => previewRole({ assumeRolePolicy: trusting({ Service: ["ec2"] }) }),
  says: /Invalid principal in policy: "Service":"ec2"/,
});

shows("MalformedPolicyDocument", "a role of this account that does not exist", {
  valid: () => {
    const arns = [makeRole("deploy").outputs.arn ?? "", `arn:aws:iam::${account}:role/${callerRole}`];
    return role({ name: "app", assumeRolePolicy: trusting({ AWS: [...arns, "arn:aws:iam::444455556666:role/x"] }) });
  },
  refused: () => role({ name: "other", assumeRolePolicy: trusting({ AWS: `arn:aws:iam::${account}:role/none` }) }),
  says: /Invalid principal in policy: "AWS":".*role\/none"/,
});

shows("LimitExceeded", "a trust policy that is too long", {
  valid: () => role({ assumeRolePolicy: `${trustPolicy(1800)}${" ".repeat(2048)}` }),
  refused: () => role({ name: "other", assumeRolePolicy: trustPolicy(2048) }),
  says: /ACLSizePerRole: 2048/,
});

shows("MalformedPolicyDocument", "an inline policy of a role's own that names a principal", {
  valid: () => previewRole({ inlinePolicies: [{ name: "read", policy: permissions() }] }),
  refused: () => previewRole({ inlinePolicies: [{ name: "read", policy: trustPolicy() }] }),
  says: /should not specify a principal/,
});

shows("LimitExceeded", "inline policies of a role's own that are too long together", {
  valid: () => previewRole({ inlinePolicies: [{ name: "one", policy: permissions(10_000) }] }),
  refused: () =>
    previewRole({
      inlinePolicies: [
        { name: "one", policy: permissions(6000) },
        { name: "two", policy: permissions(6000) },
      ],
    }),
  says: /Maximum policy size of 10240 bytes exceeded/,
});

shows("LimitExceeded", "more managed policies of a role's own than it may have", {
  valid: () => role({ managedPolicyArns: awsPolicies(20) }),
  refused: () => role({ name: "other", managedPolicyArns: awsPolicies(21) }),
  says: /PoliciesPerRole: 20/,
});

shows("NoSuchEntity", "a managed policy of a role's own that does not exist", {
  valid: () => role({ managedPolicyArns: [policy({}).id, awsPolicy("ReadOnlyAccess")] }),
  refused: () => role({ name: "other", managedPolicyArns: [`arn:aws:iam::${account}:policy/none`] }),
});

shows("NoSuchEntity", "a permissions boundary that does not exist", {
  valid: () => role({ permissionsBoundary: policy({}).id }),
  refused: () => role({ name: "other", permissionsBoundary: `arn:aws:iam::${account}:policy/none` }),
  says: /^Scope ARN/,
});

shows("DeleteConflict", "deleting a role that has a managed policy", {
  valid: () => {
    drop(role({ name: "free" }));
    const held = role({});
    attach(awsPolicy("ReadOnlyAccess"));
    return held;
  },
  refused: (held) => drop(held),
  says: /must detach all policies first/,
});

shows("DeleteConflict", "deleting a role that has an inline policy", {
  valid: () => {
    drop(role({ name: "free" }));
    const held = role({});
    inline({});
    return held;
  },
  refused: (held) => drop(held),
  says: /must delete policies first/,
});

it("deletes a role as the provider does: off its profiles, and off its policies where it is forced to", () => {
  startCloud();
  const forced = role({ forceDetachPolicies: true });
  attach(awsPolicy("ReadOnlyAccess"));
  inline({});
  const profile = make(profileType, { name: "app", role: forced.id });
  drop(forced);
  expect(scope.global.find(profileType, profile.id)?.outputs).not.toHaveProperty("role");
  expect(scope.global.list().map(({ type }) => type)).toEqual([profileType]);
});

showsAllOf("aws:iam/role:");
