import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arnSchemas, formatArn, parseArn } from "../../../components/core/arn";
import { accountIdSchema, dnsSuffixOf, partitionOf, regionSchema } from "../../../components/core/regions";

describe("parseArn", () => {
  it("reads what formatArn writes", () => {
    const arns = fc.record({
      partition: fc.constantFrom("aws", "aws-cn", "aws-us-gov"),
      service: fc.stringMatching(/^[a-z0-9-]{1,12}$/),
      region: fc.constantFrom("", "eu-west-1"),
      accountId: fc.constantFrom("", "111122223333", "aws"),
      resource: fc.stringMatching(/^[\w:/*.-]{1,40}$/),
    });
    fc.assert(
      fc.property(arns, (arn) => {
        expect(parseArn(formatArn(arn))).toEqual(arn);
      }),
    );
  });

  it.each([
    "",
    "arn:aws:kms",
    "arn:gcp:kms:eu-west-1:111122223333:key/a",
    "arn:aws:s3:::",
    "arn:aws:kms:eu-west-1:1:key/a",
  ])("refuses %j", (text) => {
    expect(parseArn(text)).toBeUndefined();
  });
});

describe("arnSchemas", () => {
  it.each([
    ["kmsKey", "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"],
    ["kmsKey", "arn:aws-cn:kms:cn-north-1:111122223333:key/mrk-1234"],
    ["iamRole", "arn:aws:iam::111122223333:role/path/to/admin"],
    ["iamPrincipal", "arn:aws:iam::111122223333:root"],
    ["iamPrincipal", "arn:aws-us-gov:iam::111122223333:user/jane"],
  ] as const)("takes as %s %s", (kind, arn) => {
    expect(arnSchemas[kind].safeParse(arn).success).toBe(true);
  });

  it.each([
    ["kmsKey", "arn:aws:kms:eu-west-1:111122223333:alias/main", "must be the ARN of a KMS key, e.g. arn:aws:kms:"],
    ["kmsKey", "1234abcd", "must be the ARN of a KMS key"],
    [
      "iamRole",
      "arn:aws:sts::111122223333:assumed-role/admin/jane",
      "must be the ARN of an IAM role, e.g. arn:aws:iam:",
    ],
    ["iamPrincipal", "*", "must be the ARN of an IAM role, a user or an account's root"],
  ] as const)("refuses as %s %s", (kind, arn, message) => {
    expect(arnSchemas[kind].safeParse(arn).error?.issues[0]?.message).toContain(message);
  });
});

describe("regions", () => {
  it.each([
    ["eu-west-1", "aws", "amazonaws.com"],
    ["cn-north-1", "aws-cn", "amazonaws.com.cn"],
    ["us-gov-west-1", "aws-us-gov", "amazonaws.com"],
    ["us-isob-east-1", "aws-iso-b", "amazonaws.com"],
    ["eusc-de-east-1", "aws-eusc", "amazonaws.com"],
  ])("%s is in %s", (region, partition, suffix) => {
    expect(regionSchema.safeParse(region).success).toBe(true);
    expect(partitionOf(region)).toBe(partition);
    expect(dnsSuffixOf(partition)).toBe(suffix);
  });

  it.each(["eu-west-1a", "euwest1", "us-west-2-lax-1a", ""])("refuses the region %j", (region) => {
    expect(regionSchema.safeParse(region).success).toBe(false);
  });

  it.each([
    ["111122223333", true],
    ["11112222333", false],
    ["1111222233334", false],
  ])("judges the account %s", (account, isGood) => {
    expect(accountIdSchema.safeParse(account).success).toBe(isGood);
  });
});
