import { beforeEach, describe, expect, it } from "vitest";
import { account, document, drop, make, makeRole, refusal, roleType, startCloud } from "../../support/models";

beforeEach(startCloud);

describe("IAM", () => {
  it("refuses a role's name that is taken or out of pattern", () => {
    makeRole();
    expect(refusal(() => makeRole())).toBe("EntityAlreadyExists");
    expect(refusal(() => makeRole("a role"))).toBe("ValidationError");
    expect(refusal(() => makeRole("x".repeat(65)))).toBe("ValidationError");
    makeRole("x".repeat(64));
  });

  it("refuses documents that are malformed or too long", () => {
    const withTrust = (assumeRolePolicy: string) => () => make(roleType, { assumeRolePolicy });
    expect(refusal(withTrust("{"))).toBe("MalformedPolicyDocument");
    expect(refusal(withTrust('{"Statement":[{"Effect":"Maybe"}]}'))).toBe("MalformedPolicyDocument");
    expect(refusal(withTrust(document(2048)))).toBe("LimitExceeded");
    const policy = (size: number) => () => make("aws:iam/policy:Policy", { policy: document(size) }, `of ${size}`);
    expect(refusal(policy(5900))).toBe("was not refused");
    expect(refusal(policy(6144))).toBe("LimitExceeded");
  });

  it("counts a role's attachments and its inline policies together", () => {
    const role = makeRole();
    const attach = (name: string) => () =>
      make("aws:iam/rolePolicyAttachment:RolePolicyAttachment", {
        role: role.id,
        policyArn: `arn:aws:iam::aws:policy/${name}`,
      });
    for (let index = 0; index < 10; index++) attach(`Policy${index}`)();
    expect(refusal(attach("Policy9"))).toBe("was not refused");
    expect(refusal(attach("Policy10"))).toBe("LimitExceeded");
    const inline = (name: string) => () =>
      make("aws:iam/rolePolicy:RolePolicy", { role: role.id, name, policy: document(6000) });
    inline("one")();
    expect(refusal(inline("two"))).toBe("LimitExceeded");
  });

  it("keeps a role that something holds", () => {
    const role = makeRole();
    const policyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    const attachment = make("aws:iam/rolePolicyAttachment:RolePolicyAttachment", { role: role.id, policyArn });
    const profile = make("aws:iam/instanceProfile:InstanceProfile", { role: role.id });
    expect(refusal(() => drop(role))).toBe("DeleteConflict");
    drop(attachment);
    expect(refusal(() => drop(role))).toBe("DeleteConflict");
    drop(profile);
    drop(role);
  });

  it("refuses what names a role or policy that is not there", () => {
    const arn = `arn:aws:iam::${account}:policy/none`;
    const attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    expect(refusal(() => make(attachment, { role: "none", policyArn: arn }))).toBe("NoSuchEntity");
    makeRole("app");
    expect(refusal(() => make(attachment, { role: "app", policyArn: arn }))).toBe("NoSuchEntity");
  });
});
