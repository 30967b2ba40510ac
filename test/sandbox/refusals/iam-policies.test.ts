import { expect, it } from "vitest";
import { iamQuotas } from "../../../sandbox/quotas/iam";
import { quotaId, serviceQuotaType } from "../../../sandbox/quotas/quota";
import { attach, awsPolicies, awsPolicy, inline, policy, policyType, previewPolicy, role } from "../../support/iam";
import {
  account,
  almostFull,
  change,
  drop,
  make,
  makeRole,
  permissions,
  refusal,
  scope,
  startCloud,
} from "../../support/models";
import { shows, showsAllOf } from "../../support/refusals";

shows("EntityAlreadyExists", "a policy's name that is taken, whatever its path", {
  valid: () => policy({ name: "Read" }),
  refused: () => policy({ name: "read", path: "/team/" }),
});

shows("ValidationError", "a policy's name with a slash", {
  valid: () => previewPolicy({ name: "x".repeat(128) }),
  refused: () => previewPolicy({ name: "team/read" }),
});

shows("ValidationError", "a policy's path with a space", {
  valid: () => previewPolicy({ path: "/team/data/" }),
  refused: () => previewPolicy({ path: "/a team/" }),
});

shows("ValidationError", "a policy's description of more than 1000 characters", {
  valid: () => previewPolicy({ description: "x".repeat(1000) }),
  refused: () => previewPolicy({ description: "x".repeat(1001) }),
});

shows("MalformedPolicyDocument", "a managed policy of the language's first version", {
  valid: () => previewPolicy({}),
  refused: () => previewPolicy({ policy: permissions().replace("2012", "2008") }),
});

shows("LimitExceeded", "a managed policy of more than 6144 characters, white space not counted", {
  valid: () => previewPolicy({ policy: `${permissions(5900)}${" ".repeat(1000)}` }),
  refused: () => previewPolicy({ policy: permissions(6144) }),
});

shows("LimitExceeded", "more managed policies than the account may have", {
  valid: () => {
    almostFull(scope.global, policyType, iamQuotas.policies);
    return policy({});
  },
  refused: () => policy({ name: "another" }),
});

shows("DeleteConflict", "deleting a policy that a role has", {
  valid: () => {
    drop(policy({ name: "free" }));
    makeRole();
    const held = policy({});
    attach(held.id);
    return held;
  },
  refused: (held) => drop(held),
  says: /attached to entities/,
});

shows("DeleteConflict", "deleting a policy that bounds a role", {
  valid: () => {
    const held = policy({});
    role({ permissionsBoundary: held.id });
    return held;
  },
  refused: (held) => drop(held),
  says: /permissions boundary/,
});

shows("NoSuchEntity", "an inline policy of a role that does not exist", {
  valid: () => {
    makeRole();
    return inline({});
  },
  refused: () => inline({ role: "none" }),
});

shows("UnmodifiableEntity", "an inline policy of a role that belongs to a service", {
  valid: () => {
    makeRole();
    return inline({});
  },
  refused: () => inline({ role: "AWSServiceRoleForAmazonEKS" }),
});

shows("ValidationError", "an inline policy's name with a space", {
  valid: () => {
    makeRole();
    return inline({});
  },
  refused: () => inline({ name: "a policy" }),
});

shows("MalformedPolicyDocument", "an inline policy that is no JSON", {
  valid: () => {
    makeRole();
    return inline({ policy: permissions().replace('"Version":"2012-10-17",', "") });
  },
  refused: () => inline({ policy: "{" }),
});

shows("LimitExceeded", "inline policies that are too long together", {
  valid: () => {
    makeRole();
    return inline({ policy: permissions(6000) });
  },
  refused: () => inline({ name: "another", policy: permissions(6000) }),
});

it("counts an inline policy that is put again once", () => {
  startCloud();
  makeRole();
  const first = inline({ policy: permissions(6000) });
  expect(refusal(() => change(first, { policy: permissions(9000) }))).toBe("was not refused");
});

shows("NoSuchEntity", "attaching a policy that does not exist", {
  valid: () => {
    makeRole();
    return attach(policy({}).id);
  },
  refused: () => attach(`arn:aws:iam::${account}:policy/none`),
});

shows("UnmodifiableEntity", "attaching a policy to a role that belongs to a service", {
  valid: () => {
    makeRole();
    return attach(awsPolicy("ReadOnlyAccess"));
  },
  refused: () => attach(awsPolicy("ReadOnlyAccess"), "AWSServiceRoleForAmazonEKS"),
});

shows("InvalidInput", "attaching by a policy's name", {
  valid: () => {
    makeRole();
    return attach(awsPolicy("ReadOnlyAccess"));
  },
  refused: () => attach("ReadOnlyAccess"),
});

shows("LimitExceeded", "more managed policies than a role may have", {
  valid: () => {
    role({ managedPolicyArns: awsPolicies(5) });
    for (const arn of awsPolicies(20)) attach(arn);
    return attach(awsPolicy("Policy0"));
  },
  refused: () => attach(awsPolicy("Policy20")),
  says: /PoliciesPerRole: 20/,
});

it("takes more managed policies of a role once the account's quota is raised", () => {
  startCloud();
  make(serviceQuotaType, { region: "us-east-1", serviceCode: "iam", quotaCode: "L-0DA4ABF3", value: 21 });
  expect(refusal(() => role({ managedPolicyArns: awsPolicies(21) }))).toBe("was not refused");
  expect(quotaId(iamQuotas.policiesPerRole)).toBe("iam/L-0DA4ABF3");
});

showsAllOf("aws:iam/policy:", "aws:iam/rolePolicy");
