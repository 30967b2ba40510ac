import { describe, expect, it } from "vitest";
import { kmsRotation } from "../../../../policy-packs/security-baseline/rules/kms/kms-rotation";
import { judge, unknown } from "../../../support/policy";

const check = (props: object) => judge([kmsRotation], "aws:kms/key:Key", props);

describe("kms-rotation", () => {
  it.each([
    ["a key left at KMS's default", {}],
    ["a key that does not rotate", { enableKeyRotation: false }],
    ["a symmetric key that says so", { customerMasterKeySpec: "SYMMETRIC_DEFAULT", keyUsage: "ENCRYPT_DECRYPT" }],
    [
      "rotation of an asymmetric key, which KMS refuses",
      { customerMasterKeySpec: "RSA_2048", enableKeyRotation: true },
    ],
    ["rotation of an HMAC key", { keyUsage: "GENERATE_VERIFY_MAC", enableKeyRotation: true }],
  ])("reports %s", async (_case, props) => {
    expect((await check(props)).violations).toMatchObject([{ rule: "kms-rotation", level: "mandatory" }]);
  });

  it.each([
    ["a rotating key", { enableKeyRotation: true }],
    ["an asymmetric key", { customerMasterKeySpec: "RSA_4096" }],
    ["a signing key", { keyUsage: "SIGN_VERIFY", enableKeyRotation: false }],
    ["a key of an external store", { customKeyStoreId: "cks-1234567890abcdef0" }],
    ["a rotating key with an unknown policy", { enableKeyRotation: true, policy: unknown }],
  ])("accepts %s", async (_case, props) => {
    expect(await check(props)).toEqual({ violations: [], notApplicable: [] });
  });

  it.each(["enableKeyRotation", "customerMasterKeySpec", "keyUsage"])(
    "does not judge an unknown %s",
    async (property) => {
      const { violations, notApplicable } = await check({ [property]: unknown });
      expect(violations).toEqual([]);
      expect(notApplicable).toEqual([{ rule: "kms-rotation", reason: expect.stringContaining(`.${property} `) }]);
    },
  );
});
