import { expect, it } from "vitest";
import { kmsQuotas } from "../../../sandbox/quotas/kms";
import type { Properties } from "../../../sandbox/values";
import { alias, governed, key, keyPolicy, keyType } from "../../support/keys";
import { account, change, drop, limitTo, make, makeRole, preview, scope, startCloud } from "../../support/models";
import { shows, showsAllOf } from "../../support/refusals";

const previewKey = (more: Properties) => preview(keyType, more);
const ownPolicy = (more: Properties) => make("aws:kms/keyPolicy:KeyPolicy", { policy: keyPolicy(), ...more });

shows("ValidationException", "a description of more than 8192 characters", {
  valid: () => previewKey({ description: "x".repeat(8192) }),
  refused: () => previewKey({ description: "x".repeat(8193) }),
});

shows("ValidationException", "a key spec that is none", {
  valid: () => previewKey({ customerMasterKeySpec: "SYMMETRIC_DEFAULT" }),
  refused: () => previewKey({ customerMasterKeySpec: "AES_256" }),
  says: /'keySpec'/,
});

shows("ValidationException", "a key for signing that can only encrypt", {
  valid: () => [
    previewKey({ customerMasterKeySpec: "ECC_NIST_P256", keyUsage: "KEY_AGREEMENT" }),
    previewKey({ customerMasterKeySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" }),
    previewKey({ customerMasterKeySpec: "RSA_2048" }),
  ],
  refused: () => previewKey({ keyUsage: "SIGN_VERIFY" }),
  says: /not compatible/,
});

shows("ValidationException", "deletion after less than a week", {
  valid: () => [previewKey({ deletionWindowInDays: 7 }), previewKey({ deletionWindowInDays: 30 })],
  refused: () => previewKey({ deletionWindowInDays: 6 }),
});

shows("ValidationException", "deletion after more than 30 days", {
  valid: () => previewKey({}),
  refused: () => previewKey({ deletionWindowInDays: 31 }),
});

shows("ValidationException", "rotation more than once in 90 days", {
  valid: () => [90, 2560].map((days) => previewKey({ enableKeyRotation: true, rotationPeriodInDays: days })),
  refused: () => previewKey({ enableKeyRotation: true, rotationPeriodInDays: 89 }),
});

shows("UnsupportedOperationException", "rotation of an asymmetric key", {
  valid: () => previewKey({ enableKeyRotation: true }),
  refused: () => previewKey({ enableKeyRotation: true, customerMasterKeySpec: "RSA_2048" }),
});

shows("DisabledException", "rotation of a disabled key", {
  valid: () => {
    change(key({ isEnabled: false }), { isEnabled: true, enableKeyRotation: true });
    return key({ isEnabled: false }, "off");
  },
  refused: (off) => change(off, { enableKeyRotation: true }),
});

shows("MalformedPolicyDocumentException", "a policy with an unknown element", {
  valid: () => previewKey({ policy: keyPolicy({ Effect: "Deny", Principal: "*", Sid: "a b" }) }),
  refused: () => previewKey({ policy: keyPolicy({ ...governed, Actions: "kms:*" }) }),
});

shows("MalformedPolicyDocumentException", "a principal with a wildcard", {
  valid: () => previewKey({ policy: keyPolicy({ ...governed, Principal: { AWS: "*" } }) }),
  refused: () =>
    previewKey({ policy: keyPolicy({ ...governed, Principal: { AWS: "arn:aws:iam::111122223333:role/*" } }) }),
  says: /invalid principals/,
});

shows("MalformedPolicyDocumentException", "a role that does not exist", {
  valid: () => key({ policy: keyPolicy({ ...governed, Principal: { AWS: makeRole().outputs.arn ?? "" } }) }),
  refused: () => key({ policy: keyPolicy({ ...governed, Principal: { AWS: `arn:aws:iam::${account}:role/none` } }) }),
  says: /invalid principals/,
});

const ofOthers = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { ...governed, Action: ["kms:Encrypt", "kms:Describe*"] },
    { ...governed, Principal: { AWS: "arn:aws:iam::444455556666:root" } },
  ],
});

shows("MalformedPolicyDocumentException", "a policy that nobody of the account could change", {
  valid: () => [
    previewKey({ policy: keyPolicy() }),
    previewKey({ policy: ofOthers, bypassPolicyLockoutSafetyCheck: true }),
    previewKey({ policy: ofOthers.replace("kms:Describe*", "kms:Put*") }),
  ],
  refused: () => previewKey({ policy: ofOthers }),
  says: /will not allow you to update the key policy/,
});

shows("LimitExceededException", "a policy of more than 32 KB", {
  valid: () => previewKey({ policy: `${keyPolicy({ ...governed, Sid: "x".repeat(32_000) })}${" ".repeat(2000)}` }),
  refused: () => previewKey({ policy: keyPolicy({ ...governed, Sid: "x".repeat(32_768) }) }),
});

shows("LimitExceededException", "more keys than the account may have, those to be deleted counted too", {
  valid: () => {
    limitTo(kmsQuotas.keys, 2);
    drop(key());
    return key({}, "second");
  },
  refused: () => key({}, "third"),
});

shows("AlreadyExistsException", "an alias that is taken", {
  valid: () => {
    const target = key();
    alias({ targetKeyId: target.id });
    return target;
  },
  refused: (target) => alias({ targetKeyId: target.id }),
});

shows("InvalidAliasNameException", "an alias that AWS keeps to itself", {
  valid: () => preview("aws:kms/alias:Alias", { name: "alias/team/data_1-a", targetKeyId: "k" }),
  refused: () => preview("aws:kms/alias:Alias", { name: "alias/aws/data", targetKeyId: "k" }),
});

shows("InvalidAliasNameException", "a name that does not say that it is an alias", {
  valid: () => preview("aws:kms/alias:Alias", { targetKeyId: "k" }),
  refused: () => preview("aws:kms/alias:Alias", { name: "data", targetKeyId: "k" }),
});

shows("ValidationException", "an alias of more than 256 characters", {
  valid: () => preview("aws:kms/alias:Alias", { name: `alias/${"x".repeat(250)}`, targetKeyId: "k" }),
  refused: () => preview("aws:kms/alias:Alias", { name: `alias/${"x".repeat(251)}`, targetKeyId: "k" }),
});

shows("ValidationException", "an alias of an alias", {
  valid: () => alias({ targetKeyId: key().outputs.arn ?? "" }),
  refused: () => alias({ name: "alias/other", targetKeyId: "alias/data" }),
});

shows("NotFoundException", "an alias of a key in another Region", {
  valid: () => alias({ targetKeyId: key().outputs.arn ?? "" }),
  refused: () => alias({ name: "alias/other", targetKeyId: key({ region: "eu-central-1" }).outputs.arn ?? "" }),
  says: /Invalid arn eu-central-1/,
});

shows("NotFoundException", "an alias of a key that does not exist", {
  valid: () => [
    alias({ targetKeyId: key().id }),
    alias({ name: "alias/off", targetKeyId: key({ isEnabled: false }, "off").id }),
  ],
  refused: () => alias({ name: "alias/other", targetKeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" }),
});

shows("KMSInvalidStateException", "an alias of a key that is to be deleted", {
  valid: () => {
    const target = key();
    alias({ targetKeyId: target.id });
    drop(target);
    return target;
  },
  refused: (target) => alias({ name: "alias/other", targetKeyId: target.id }),
  says: /pending deletion/,
});

shows("LimitExceededException", "more than 50 aliases of a key", {
  valid: () => {
    const target = key();
    for (let index = 0; index < 50; index++) alias({ name: `alias/a${index}`, targetKeyId: target.id });
    return target;
  },
  refused: (target) => alias({ name: "alias/another", targetKeyId: target.outputs.arn ?? "" }),
});

shows("NotFoundException", "a policy for a key that does not exist", {
  valid: () => ownPolicy({ keyId: key().id }),
  refused: () => ownPolicy({ keyId: "none" }),
});

shows("KMSInvalidStateException", "a policy for a key that is to be deleted", {
  valid: () => {
    const target = key();
    ownPolicy({ keyId: target.id });
    drop(target);
    return target;
  },
  refused: (target) => ownPolicy({ keyId: target.id }),
});

shows("MalformedPolicyDocumentException", "a policy of its own that is no JSON", {
  valid: () => ownPolicy({ keyId: key().id }),
  refused: () => ownPolicy({ keyId: key({}, "b").id, policy: "{" }),
});

shows("MalformedPolicyDocumentException", "a service that is none in a policy of its own", {
  valid: () => ownPolicy({ keyId: key().id }),
  refused: () =>
    ownPolicy({ keyId: key({}, "b").id, policy: keyPolicy({ ...governed, Principal: { Service: "s3" } }) }),
});

shows("MalformedPolicyDocumentException", "a role that does not exist in a policy of its own", {
  valid: () => ownPolicy({ keyId: key().id }),
  refused: () =>
    ownPolicy({
      keyId: key({}, "b").id,
      policy: keyPolicy({ ...governed, Principal: { AWS: `arn:aws:iam::${account}:role/none` } }),
    }),
});

shows("MalformedPolicyDocumentException", "a policy of its own that nobody of the account could change", {
  valid: () => ownPolicy({ keyId: key().id, policy: ofOthers, bypassPolicyLockoutSafetyCheck: true }),
  refused: () => ownPolicy({ keyId: key({}, "b").id, policy: ofOthers }),
});

shows("LimitExceededException", "a policy of its own of more than 32 KB", {
  valid: () => ownPolicy({ keyId: key().id }),
  refused: () => ownPolicy({ keyId: key({}, "b").id, policy: keyPolicy({ ...governed, Sid: "x".repeat(32_768) }) }),
});

it("schedules a key's deletion", () => {
  startCloud();
  const gone = key({ deletionWindowInDays: 7 });
  drop(gone);
  expect(scope.find(keyType, gone.id)).toMatchObject({ status: "PendingDeletion" });
});

showsAllOf("aws:kms/");
