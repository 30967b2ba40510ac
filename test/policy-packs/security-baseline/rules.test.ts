import { describe, expect, it } from "vitest";
import { levelOf } from "../../../policy-packs/core/rule";
import { rules } from "../../../policy-packs/security-baseline/rules/index";
import { judge, judgeStack, unknown } from "../../support/policy";

it("ships exactly these rules", () => {
  expect(rules.map((rule) => `${rule.name} ${rule.severity} ${levelOf(rule)} ${rule.scope}`)).toEqual([
    "eks-control-plane-logs medium mandatory resource",
    "eks-endpoint-private critical mandatory resource",
    "eks-secrets-encrypted high mandatory resource",
    "eks-supported-version high mandatory resource",
    "kms-policy-no-wildcard critical mandatory resource",
    "kms-rotation medium mandatory resource",
    "sg-default-closed medium mandatory stack",
    "sg-no-public-ssh-rdp critical mandatory resource",
    "subnet-no-auto-public-ip medium mandatory resource",
    "vpc-flow-logs medium mandatory stack",
  ]);
});

describe.each(rules.map((rule) => [rule.name, rule] as const))("%s", (_name, rule) => {
  it("says what is true, how to get there and which controls it supports", () => {
    expect(rule.title).toMatch(/^[A-Z].*\.$/);
    expect(rule.remediationSteps).toMatch(/^[A-Z].*\.$/);
    expect(Object.values(rule.controls).flat()).not.toEqual([]);
  });

  it.each(rule.types)("does not crash on a %s without any input", async (type) => {
    const { violations } =
      rule.scope === "stack"
        ? await judgeStack([rule], [{ type, name: "subject", props: {} }])
        : await judge([rule], type, {});
    for (const { message } of violations) expect(message).not.toContain("bug in the pack");
  });

  it("does not apply to other types", async () => {
    const { violations, notApplicable } = await judge([rule], "aws:s3/bucket:Bucket", { tags: unknown });
    expect(violations).toEqual([]);
    const policies = rule.scope === "stack" ? 0 : rule.types.length;
    expect(notApplicable.map((entry) => entry.rule)).toEqual(Array(policies).fill(rule.name));
  });
});
