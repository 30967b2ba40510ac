import { expect } from "vitest";
import {
  bucketAclType,
  bucketEncryptionType,
  bucketObjectLockType,
  bucketOwnershipType,
  bucketPublicAccessBlockType,
  bucketType,
  bucketVersioningType,
  objectTypes,
} from "../../../../sandbox/models/s3/types";
import type { Properties } from "../../../../sandbox/values";
import { account, change, drop, make } from "../../../support/models";
import { shows, showsAllOf } from "../../../support/refusals";
import { makeBucket, put, putObject, showsBucketOf } from "./support";

showsBucketOf(bucketPublicAccessBlockType, {});
showsBucketOf(bucketOwnershipType, { rule: { objectOwnership: "ObjectWriter" } });

const ownership = (objectOwnership: string) => put(bucketOwnershipType, { rule: { objectOwnership } });
shows("AccessControlListNotSupported", "an ACL of a bucket whose owner owns every object", {
  valid: () => {
    makeBucket();
    ownership("BucketOwnerPreferred");
    put(bucketAclType, { acl: "private" });
    return ownership("BucketOwnerEnforced");
  },
  refused: () => put(bucketAclType, { acl: "private" }),
});
shows("AccessControlListNotSupported", "an ACL of an object in such a bucket", {
  valid: () => {
    makeBucket();
    return putObject({ acl: "bucket-owner-full-control" });
  },
  refused: () => putObject({ acl: "private" }),
});
const open = () => {
  makeBucket();
  ownership("ObjectWriter");
  return put(bucketPublicAccessBlockType, { blockPublicAcls: false });
};
shows("AccessDenied", "a public ACL where those are blocked", {
  valid: () => {
    const block = open();
    put(bucketAclType, { acl: "public-read" });
    putObject({ acl: "public-read" });
    return change(block, { blockPublicAcls: true });
  },
  refused: () => put(bucketAclType, { acl: "public-read" }),
});

showsBucketOf(bucketVersioningType, { versioningConfiguration: { status: "Enabled" } });
const versioning = (status: string) => put(bucketVersioningType, { versioningConfiguration: { status } });
shows("MalformedXML", "versioning that goes back to Disabled", {
  valid: () => {
    makeBucket();
    return change(versioning("Enabled"), { versioningConfiguration: { status: "Suspended" } });
  },
  refused: (made) => change(made, { versioningConfiguration: { status: "Disabled" } }),
});
shows("InvalidBucketState", "versions suspended where objects can be locked", {
  valid: () => {
    makeBucket({ objectLockEnabled: true });
    return versioning("Enabled");
  },
  refused: (made) => change(made, { versioningConfiguration: { status: "Suspended" } }),
});
shows("InvalidBucketState", "locks without versions", {
  valid: () => {
    makeBucket();
    const versions = versioning("Enabled");
    drop(put(bucketObjectLockType, {}));
    return change(versions, { versioningConfiguration: { status: "Suspended" } });
  },
  refused: () => put(bucketObjectLockType, {}),
});
shows("InvalidRequest", "a locked object in a bucket without locks", {
  valid: () => {
    makeBucket({ objectLockEnabled: true });
    putObject({ objectLockLegalHoldStatus: "ON" });
    return make(bucketType, { bucket: "unlocked" });
  },
  refused: () => putObject({ bucket: "unlocked", objectLockLegalHoldStatus: "ON" }),
});

const encryption = (byDefault: Properties) =>
  put(bucketEncryptionType, { rules: [{ applyServerSideEncryptionByDefault: byDefault }] });
shows("InvalidArgument", "a key for encryption that takes none", {
  valid: () => {
    makeBucket();
    return encryption({ sseAlgorithm: "aws:kms", kmsMasterKeyId: "alias/orders" });
  },
  refused: () => encryption({ sseAlgorithm: "AES256", kmsMasterKeyId: "alias/orders" }),
});
const keyType = "aws:kms/key:Key";
const makeKey = () => make(keyType, { deletionWindowInDays: 7 });
const arnOf = ({ outputs }: { outputs: Properties }) => outputs.arn ?? "";
shows("KMS.NotFoundException", "an object of a bucket whose key is not there", {
  valid: () => {
    makeBucket();
    encryption({ sseAlgorithm: "aws:kms", kmsMasterKeyId: arnOf(makeKey()) });
    expect(putObject().outputs.serverSideEncryption).toBe("aws:kms");
    return encryption({ sseAlgorithm: "aws:kms", kmsMasterKeyId: `arn:aws:kms:eu-west-1:${account}:key/no-such-key` });
  },
  refused: () => putObject(),
});
shows("KMS.KMSInvalidStateException", "an object whose key is to be deleted", {
  valid: () => {
    makeBucket();
    const key = makeKey();
    putObject({ kmsKeyId: arnOf(key) });
    drop(key);
    return key;
  },
  refused: (key) => putObject({ kmsKeyId: arnOf(key) }),
});
shows("KMS.DisabledException", "an object whose key is disabled", {
  valid: () => {
    makeBucket();
    const key = makeKey();
    putObject({ kmsKeyId: arnOf(key) });
    return change(key, { isEnabled: false });
  },
  refused: (key) => putObject({ kmsKeyId: arnOf(key) }),
});

shows("KeyTooLongError", "a key of more than 1,024 bytes", {
  valid: () => {
    makeBucket();
    return putObject({ key: "é".repeat(512) });
  },
  refused: () => putObject({ key: `${"é".repeat(512)}x` }),
});
const tags = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`tag-${at}`, "value"]));
shows("BadRequest", "more than 10 tags of an object", {
  valid: () => {
    makeBucket();
    return putObject({ tags: tags(10) });
  },
  refused: () => putObject({ tags: tags(11) }),
});

showsAllOf(bucketAclType, bucketOwnershipType, bucketPublicAccessBlockType);
showsAllOf(bucketVersioningType, bucketObjectLockType, bucketEncryptionType, ...objectTypes);
