import { describe, expect, it } from "vitest";
import { exampleKey, namesOwnKey } from "../../../policy-packs/core/kms";

describe("namesOwnKey", () => {
  it.each([exampleKey, "alias/orders", "arn:aws:kms:eu-west-1:111122223333:alias/orders", "alias/aws-orders"])(
    "takes %s",
    (kmsKeyId) => {
      expect(namesOwnKey({ kmsKeyId }, "kmsKeyId")).toBe(true);
    },
  );

  it.each(["", "alias/aws/s3", "arn:aws:kms:eu-west-1:111122223333:alias/aws/s3", undefined])(
    "does not take %s",
    (kmsKeyId) => {
      expect(namesOwnKey({ kmsKeyId }, "kmsKeyId")).toBe(false);
    },
  );
});
