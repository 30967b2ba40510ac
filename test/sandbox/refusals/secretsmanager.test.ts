import { expect, it } from "vitest";
import { secretsManagerQuotas } from "../../../sandbox/quotas/secretsmanager";
import type { Properties } from "../../../sandbox/values";
import { key } from "../../support/keys";
import { account, change, drop, limitTo, make, preview, refusal, startCloud } from "../../support/models";
import { shows, showsAllOf } from "../../support/refusals";

const type = "aws:secretsmanager/secret:Secret";
const secret = (more: Properties = {}) => make(type, { name: "db", ...more });
const previewSecret = (more: Properties) => preview(type, more);
const version = (secretId: string, more: Properties = { secretString: "x" }) =>
  make("aws:secretsmanager/secretVersion:SecretVersion", { secretId, ...more });
const previewVersion = (more: Properties) =>
  preview("aws:secretsmanager/secretVersion:SecretVersion", { secretId: "db", secretString: "x", ...more });
const readableBy = (principal: string, sid = "") =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: sid,
        Effect: "Allow",
        Principal: { AWS: principal },
        Action: "secretsmanager:GetSecretValue",
        Resource: "*",
      },
    ],
  });
const root = `arn:aws:iam::${account}:root`;

shows("ResourceExistsException", "a name that is taken", {
  valid: () => secret(),
  refused: () => secret(),
});

shows("InvalidRequestException", "a name that is in its recovery window", {
  valid: () => {
    drop(secret({ recoveryWindowInDays: 0 }));
    drop(secret());
  },
  refused: () => secret(),
  says: /already scheduled for deletion/,
});

shows("ValidationException", "a name with a space", {
  valid: () => previewSecret({ name: "team/db_1+=.@!-aBcDeF" }),
  refused: () => previewSecret({ name: "a db" }),
});

shows("ValidationException", "a name of more than 512 characters", {
  valid: () => previewSecret({ name: "x".repeat(512) }),
  refused: () => previewSecret({ name: "x".repeat(513) }),
});

shows("ValidationException", "a description of more than 2048 characters", {
  valid: () => previewSecret({ description: "x".repeat(2048) }),
  refused: () => previewSecret({ description: "x".repeat(2049) }),
});

shows("InvalidParameterException", "a recovery window of less than a week", {
  valid: () => [0, 7, 30].map((recoveryWindowInDays) => previewSecret({ recoveryWindowInDays })),
  refused: () => previewSecret({ recoveryWindowInDays: 6 }),
});

shows("InvalidParameterException", "a replica in the secret's own Region", {
  valid: () => previewSecret({ replicas: [{ region: "eu-central-1" }, { region: "us-east-1" }] }),
  refused: () => previewSecret({ replicas: [{ region: "eu-west-1" }] }),
});

shows("InvalidParameterException", "two replicas in a Region", {
  valid: () => previewSecret({ replicas: [{ region: "eu-central-1" }] }),
  refused: () => previewSecret({ replicas: [{ region: "eu-central-1" }, { region: "eu-central-1" }] }),
});

shows("MalformedPolicyDocumentException", "a resource policy without principals", {
  valid: () => ["", "{}", readableBy(root)].map((policy) => previewSecret({ policy })),
  refused: () => previewSecret({ policy: readableBy(root).replace("Principal", "NotAction") }),
});

shows("MalformedPolicyDocumentException", "a resource policy for what is no principal", {
  valid: () => previewSecret({ policy: readableBy("444455556666") }),
  refused: () => previewSecret({ policy: readableBy("app") }),
  says: /unsupported principal/,
});

shows("MalformedPolicyDocumentException", "a resource policy for a user who does not exist", {
  valid: () => secret({ policy: readableBy("arn:aws:iam::444455556666:user/app") }),
  refused: () => secret({ name: "other", policy: readableBy(`arn:aws:iam::${account}:user/app`) }),
  says: /unsupported principal/,
});

shows("InvalidParameterException", "a resource policy that is too long", {
  valid: () => previewSecret({ policy: readableBy(root, "x".repeat(20_000)) }),
  refused: () => previewSecret({ policy: readableBy(root, "x".repeat(20_480)) }),
});

shows("LimitExceededException", "more secrets than the account may have", {
  valid: () => {
    limitTo(secretsManagerQuotas.secrets, 1);
    return secret();
  },
  refused: () => secret({ name: "other" }),
});

shows("ResourceNotFoundException", "a value of a secret that does not exist", {
  valid: () => {
    const { id } = secret();
    return [id, id.slice(0, -7), "db"].map((name) => version(name));
  },
  refused: () => version("none"),
});

shows("InvalidRequestException", "a value of a secret that is to be deleted", {
  valid: () => {
    const gone = secret();
    version(gone.id);
    drop(gone);
    return gone;
  },
  refused: (gone) => version(gone.id),
  says: /marked for deletion/,
});

shows("InvalidParameterException", "a value that is both text and binary", {
  valid: () => previewVersion({}),
  refused: () => previewVersion({ secretBinary: "eA==" }),
});

shows("InvalidRequestException", "no value", {
  valid: () => previewVersion({}),
  refused: () => previewVersion({ secretString: "" }),
});

shows("ValidationException", "a label of more than 256 characters", {
  valid: () => previewVersion({ versionStages: ["x".repeat(256)] }),
  refused: () => previewVersion({ versionStages: ["x".repeat(257)] }),
});

shows("ValidationException", "a value of more than 65536 bytes", {
  valid: () => previewVersion({ secretString: "x".repeat(65_536) }),
  refused: () => previewVersion({ secretString: "ü".repeat(32_769) }),
});

const labels = (count: number) => Array.from({ length: count }, (_, index) => `label-${index}`);

shows("LimitExceededException", "more than 20 labels", {
  valid: () => previewVersion({ versionStages: labels(20) }),
  refused: () => previewVersion({ versionStages: labels(21) }),
});

const encryptedBy = (kmsKeyId: string, name: string) => version(secret({ kmsKeyId, name }).id);

shows("EncryptionFailure", "a value to be encrypted by a key that does not exist", {
  valid: () => [
    encryptedBy(key().id, "own"),
    encryptedBy("alias/aws/secretsmanager", "aws"),
    encryptedBy("arn:aws:kms:eu-west-1:444455556666:alias/data", "foreign"),
  ],
  refused: () => encryptedBy("1234abcd-12ab-34cd-56ef-1234567890ab", "none"),
});

shows("EncryptionFailure", "a value to be encrypted by a key that is disabled", {
  valid: () => {
    const off = key();
    encryptedBy(off.id, "own");
    change(off, { isEnabled: false });
    return off;
  },
  refused: (off) => version("own", { secretString: off.id }),
});

shows("EncryptionFailure", "a value to be encrypted by a key that is to be deleted", {
  valid: () => {
    const gone = key();
    encryptedBy(gone.id, "own");
    drop(gone);
  },
  refused: () => version("own", { secretString: "next" }),
});

const ownPolicy = (secretArn: string, more: Properties = {}) =>
  make("aws:secretsmanager/secretPolicy:SecretPolicy", { secretArn, policy: readableBy(root), ...more });

shows("ResourceNotFoundException", "a policy of a secret that does not exist", {
  valid: () => ownPolicy(secret().id),
  refused: () => ownPolicy(`arn:aws:secretsmanager:eu-west-1:${account}:secret:none-aBcDeF`),
});

shows("InvalidRequestException", "a policy of a secret that is to be deleted", {
  valid: () => {
    const gone = secret();
    ownPolicy(gone.id);
    drop(gone);
    return gone;
  },
  refused: (gone) => ownPolicy(gone.id),
});

shows("MalformedPolicyDocumentException", "a policy of its own that is no JSON", {
  valid: () => [secret(), ownPolicy("db")],
  refused: () => ownPolicy("db", { policy: "{" }),
});

shows("MalformedPolicyDocumentException", "a policy of its own for what is no principal", {
  valid: () => [secret(), ownPolicy("db")],
  refused: () => ownPolicy("db", { policy: readableBy("app") }),
});

shows("MalformedPolicyDocumentException", "a policy of its own for a role that does not exist", {
  valid: () => [secret(), ownPolicy("db")],
  refused: () => ownPolicy("db", { policy: readableBy(`arn:aws:iam::${account}:role/none`) }),
});

shows("InvalidParameterException", "a policy of its own that is too long", {
  valid: () => [secret(), ownPolicy("db")],
  refused: () => ownPolicy("db", { policy: readableBy(root, "x".repeat(20_480)) }),
});

shows("PublicPolicyException", "a policy that lets everyone in, where that is to be blocked", {
  valid: () => [secret(), ownPolicy("db", { policy: readableBy("*") }), ownPolicy("db", { blockPublicPolicy: true })],
  refused: () => ownPolicy("db", { policy: readableBy("*"), blockPublicPolicy: true }),
});

it("makes a secret whose key is not there yet: only a value needs it", () => {
  startCloud();
  expect(refusal(() => secret({ kmsKeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" }))).toBe("was not refused");
});

showsAllOf("aws:secretsmanager/");
