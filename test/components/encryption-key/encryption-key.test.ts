import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { beforeEach, describe, expect, it } from "vitest";
import { EncryptionKey } from "../../../components/encryption-key/encryption-key";
import { encryptionKeySchema } from "../../../components/encryption-key/schema";
import { type EncryptionKeyArgs, EncryptionKeyService } from "../../../components/encryption-key/types";
import { inventory, onDefaultProvider, settled, startMocks, valueOf } from "../../support/harness";

const minimal: EncryptionKeyArgs = {
  accountId: "111122223333",
  region: "eu-west-1",
  description: "Encrypts logs of dev",
};
const administrator = "arn:aws:iam::111122223333:role/key-admin";

async function made(changes: Partial<EncryptionKeyArgs> = {}) {
  new EncryptionKey("dev-logs", { ...minimal, ...changes });
  await settled();
  const { policy, ...key } = inventory()["aws:kms/key:Key::dev-logs"] ?? {};
  return { key, statements: JSON.parse(String(policy)).Statement as Record<string, unknown>[] };
}

describe("EncryptionKey", () => {
  beforeEach(() => startMocks());

  it("rotates, has an alias, and is governed by the account's IAM policies by default", async () => {
    new EncryptionKey("dev-logs", minimal);
    await settled();
    expect(inventory()).toMatchSnapshot();
  });

  it("says what it is", async () => {
    const key = new EncryptionKey("dev-logs", minimal);
    expect(await valueOf(key.keyArn)).toMatch(/^arn:aws:kms:eu-west-1:111122223333:key\/[0-9a-f-]{36}$/);
    expect((await valueOf(key.keyArn)).endsWith(`key/${await valueOf(key.keyId)}`)).toBe(true);
    expect(await valueOf(key.aliasName)).toBe("alias/dev-logs");
  });

  it("takes other periods, another alias and tags", async () => {
    const changes = { deletionWindowInDays: 7, rotationPeriodInDays: 90, aliasName: "logs/dev", tags: { team: "a" } };
    expect((await made(changes)).key).toMatchObject({
      deletionWindowInDays: 7,
      rotationPeriodInDays: 90,
      tags: { team: "a" },
    });
    expect(inventory()["aws:kms/alias:Alias::dev-logs"]).toMatchObject({ name: "alias/logs/dev" });
  });

  it("lets CloudWatch Logs use it for log groups of the account and region only", async () => {
    const { statements } = await made({ services: [EncryptionKeyService.CloudWatchLogs] });
    expect(statements.at(-1)).toMatchObject({
      Principal: { Service: "logs.eu-west-1.amazonaws.com" },
      Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-west-1:111122223333:*" } },
    });
  });

  it.each([
    [EncryptionKeyService.Ebs, "ec2", 2],
    [EncryptionKeyService.SecretsManager, "secretsmanager", 1],
  ])("lets the account's principals use it by way of %s only", async (service, host, count) => {
    const { statements } = await made({ services: [service] });
    const added = statements.slice(1);
    expect(added).toHaveLength(count);
    for (const { Condition } of added) {
      expect(Condition).toMatchObject({
        StringEquals: { "kms:CallerAccount": "111122223333", "kms:ViaService": `${host}.eu-west-1.amazonaws.com` },
      });
    }
  });

  it("lets volumes be attached by grants for AWS resources only", async () => {
    const { statements } = await made({ services: [EncryptionKeyService.Ebs] });
    const grants = statements.find(({ Action }) => [Action].flat().includes("kms:CreateGrant"));
    expect(grants?.Condition).toMatchObject({ Bool: { "kms:GrantIsForAWSResource": "true" } });
  });

  it("lets administrators manage it, but not use it", async () => {
    const { statements } = await made({ administrators: [administrator] });
    const [, administration] = statements;
    expect(administration).toMatchObject({ Principal: { AWS: [administrator] } });
    expect(administration?.Action).toContain("kms:Put*");
    const uses = [administration?.Action]
      .flat()
      .filter((action) => /crypt|GenerateDataKey|\*:|kms:\*/.test(String(action)));
    expect(uses).toEqual([]);
  });

  it("names the principals of the region's partition", async () => {
    const { statements } = await made({ region: "cn-north-1", services: [EncryptionKeyService.CloudWatchLogs] });
    expect(statements.map(({ Principal }) => Principal)).toEqual([
      { AWS: "arn:aws-cn:iam::111122223333:root" },
      { Service: "logs.cn-north-1.amazonaws.com.cn" },
    ]);
  });

  it("applies an override to the key", async () => {
    new EncryptionKey("dev-logs", minimal, { override: { key: { multiRegion: true } } });
    await settled();
    expect(inventory()["aws:kms/key:Key::dev-logs"]).toMatchObject({ multiRegion: true, enableKeyRotation: true });
  });

  it("makes every child by the provider given", async () => {
    const provider = new aws.Provider("eu", { region: "eu-west-1" });
    new EncryptionKey("dev-logs", minimal, { provider });
    await settled();
    expect(onDefaultProvider()).toEqual([]);
  });

  it("plans every child at preview, when an administrator's ARN is unknown", async () => {
    await startMocks({ preview: true });
    const user = new aws.iam.User("admin");
    new EncryptionKey("dev-logs", { ...minimal, administrators: [user.arn] });
    await settled();
    expect(Object.keys(inventory())).toEqual([
      "aws:iam/user:User::admin",
      "aws:kms/alias:Alias::dev-logs",
      "aws:kms/key:Key::dev-logs",
      "foundation:index:EncryptionKey::dev-logs",
    ]);
  });
});

describe("the arguments of an encryption key", () => {
  beforeEach(() => startMocks());

  it("fails with every mistake at once, before making anything", async () => {
    const bad = {
      accountId: 111122223333,
      region: "eu-west-1a",
      description: "",
      aliasName: "alias/logs",
      deletionWindowInDays: 31,
      rotationPeriodInDays: 30,
      services: ["s3"],
      administrators: ["*"],
      policy: "{}",
    };
    expect(() => new EncryptionKey("dev logs", bad as never)).toThrowErrorMatchingInlineSnapshot(`
      [ArgsError: dev logs: invalid arguments
      - name: must be letters, digits, hyphens, underscores and slashes, e.g. dev-logs
      - policy: is not an argument of this component, which takes accountId, region, aliasName, deletionWindowInDays, rotationPeriodInDays, services, description, administrators, tags
      - accountId: must be a 12-digit AWS account ID in quotes, e.g. 111122223333
      - region: must be an AWS region, e.g. eu-west-1
      - aliasName: must leave out alias/, which is added, e.g. dev-logs
      - deletionWindowInDays: must be 7 to 30 days
      - rotationPeriodInDays: must be 90 to 2560 days
      - services.0: must be one of logs, ebs, secretsmanager
      - description: must say what the key is for
      - administrators.0: must be the ARN of an IAM role, a user or an account's root, e.g. arn:aws:iam::111122223333:role/platform-admin]
    `);
    await settled();
    expect(inventory()).toEqual({});
  });

  it.each([
    ["a deletion window of 7 days", { deletionWindowInDays: 7 }, true],
    ["a deletion window of 6 days", { deletionWindowInDays: 6 }, false],
    ["a deletion window of 30 days", { deletionWindowInDays: 30 }, true],
    ["a deletion window of half a day", { deletionWindowInDays: 7.5 }, false],
    ["rotation after 90 days", { rotationPeriodInDays: 90 }, true],
    ["rotation after 89 days", { rotationPeriodInDays: 89 }, false],
    ["rotation after 2560 days", { rotationPeriodInDays: 2560 }, true],
    ["rotation after 2561 days", { rotationPeriodInDays: 2561 }, false],
    ["an alias of 250 characters", { aliasName: "a".repeat(250) }, true],
    ["an alias of 251 characters", { aliasName: "a".repeat(251) }, false],
    ["AWS's own alias", { aliasName: "aws/ebs" }, false],
  ])("judges %s", (_case, changes, isGood) => {
    const parse = () => encryptionKeySchema.parse("dev-logs", { ...minimal, ...changes });
    if (isGood) expect(parse).not.toThrow();
    else expect(parse).toThrow(Object.keys(changes)[0]);
  });

  it("keeps a secret description secret", async () => {
    const { description } = encryptionKeySchema.parse("dev-logs", { ...minimal, description: pulumi.secret("hidden") });
    expect(await pulumi.isSecret(description)).toBe(true);
  });

  it("fails once an administrator turns out to be none", async () => {
    const { administrators } = encryptionKeySchema.parse("k", { ...minimal, administrators: pulumi.output(["*"]) });
    await expect(valueOf(administrators)).rejects.toThrow("administrators.0: must be the ARN of an IAM role, a user");
  });
});
