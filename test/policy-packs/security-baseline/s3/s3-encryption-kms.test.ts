import { s3EncryptionKms } from "../../../../policy-packs/security-baseline/rules/s3/s3-encryption-kms";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const rules = (sseAlgorithm?: string) => [{ applyServerSideEncryptionByDefault: { sseAlgorithm } }];
const older = "aws:s3/bucketV2:BucketV2";
const configuration = (name: string, bucket: string, dependsOn?: Record<string, string[]>) => ({
  type: `aws:s3/${name[0]?.toLowerCase()}${name.slice(1)}:${name}`,
  name: "other",
  props: { bucket, rules: rules("aws:kms") },
  ...(dependsOn && { dependsOn }),
});
const alone = { without: ["encryption"] };
const olderAlone = (props: object) => ({
  without: ["encryption", "invoices"],
  add: [{ type: older, name: "older", props }],
});
const logging = {
  type: "aws:s3/bucketLogging:BucketLogging",
  name: "logging",
  props: { bucket: "other", targetBucket: unknown },
  dependsOn: { targetBucket: ["invoices"] },
};
const s3Keys = { of: "encryption", set: { rules: rules("AES256") } };

testRule(s3EncryptionKms, {
  bad: {
    "a bucket left at S3's default": alone,
    "a bucket with S3's keys": s3Keys,
    "a configuration without an algorithm": { of: "encryption", set: { rules: [{ bucketKeyEnabled: true }] } },
    "a configuration without rules": { of: "encryption", unset: ["rules"] },
    "a configuration of another bucket": {
      ...alone,
      add: [configuration("BucketServerSideEncryptionConfiguration", "third")],
    },
    "a bucket's own S3 keys": { ...alone, set: { serverSideEncryptionConfiguration: { rule: rules("AES256")[0] } } },
    "an algorithm that there is not": {
      ...alone,
      set: { serverSideEncryptionConfiguration: { rule: rules("metallica")[0] } },
    },
    "an older bucket left at S3's default": olderAlone({}),
    "an older bucket with S3's keys": olderAlone({
      serverSideEncryptionConfigurations: [
        { rules: [{ applyServerSideEncryptionByDefaults: [{ sseAlgorithm: "AES256" }] }] },
      ],
    }),
    "less than a team allows": { configuration: { algorithms: ["aws:kms:dsse"] } },
  },
  good: {
    "two keys": { of: "encryption", set: { rules: rules("aws:kms:dsse") } },
    "a bucket's own configuration": {
      ...alone,
      set: { serverSideEncryptionConfiguration: { rule: rules("aws:kms")[0] } },
    },
    "an older bucket's own configuration": olderAlone({
      serverSideEncryptionConfigurations: [
        { rules: [{ applyServerSideEncryptionByDefaults: [{ sseAlgorithm: "aws:kms" }] }] },
      ],
    }),
    "a configuration under its older name": {
      ...alone,
      add: [configuration("BucketServerSideEncryptionConfigurationV2", unknown, { bucket: ["invoices"] })],
    },
    "a bucket of access logs": { ...s3Keys, add: [logging] },
    "a bucket with the ACL for access logs": { ...alone, set: { acl: "log-delivery-write" } },
    "S3's keys where they are enough": { ...alone, configuration: { algorithms: ["AES256"] } },
  },
});
