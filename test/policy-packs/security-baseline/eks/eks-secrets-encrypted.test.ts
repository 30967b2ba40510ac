import { describe, expect, it } from "vitest";
import { eksSecretsEncrypted } from "../../../../policy-packs/security-baseline/rules/eks/eks-secrets-encrypted";
import { judge, unknown } from "../../../support/policy";

const check = (encryptionConfig?: object | string) =>
  judge([eksSecretsEncrypted], "aws:eks/cluster:Cluster", { encryptionConfig });
const keyArn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

describe("eks-secrets-encrypted", () => {
  it.each([
    ["no encryption, which is EKS's default", undefined],
    ["secrets named without a key", { resources: ["secrets"] }],
    ["a key that is null", { provider: { keyArn: null }, resources: ["secrets"] }],
    ["a key for nothing", { provider: { keyArn }, resources: [] }],
    ["a key without resources", { provider: { keyArn } }],
  ])("reports %s", async (_case, encryptionConfig) => {
    const { violations } = await check(encryptionConfig);
    expect(violations).toHaveLength(1);
    expect(violations[0]).toMatchObject({ rule: "eks-secrets-encrypted", level: "mandatory" });
  });

  it.each([
    ["a key for secrets", keyArn],
    ["a key that is made in the same deployment", unknown],
  ])("accepts %s", async (_case, key) => {
    const judgement = await check({ provider: { keyArn: key }, resources: ["secrets"] });
    expect(judgement).toEqual({ violations: [], notApplicable: [] });
  });

  it.each([
    ["unknown encryption", unknown],
    ["an unknown provider", { provider: unknown, resources: ["secrets"] }],
    ["unknown resources", { provider: { keyArn }, resources: unknown }],
    ["an unknown resource", { provider: { keyArn }, resources: [unknown] }],
  ])("does not judge %s", async (_case, encryptionConfig) => {
    const { violations, notApplicable } = await check(encryptionConfig);
    expect(violations).toEqual([]);
    expect(notApplicable.map((entry) => entry.rule)).toEqual(["eks-secrets-encrypted"]);
  });
});
