import { costS3Lifecycle } from "../../../../policy-packs/tagging-cost/rules/storage/cost-s3-lifecycle";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const abort = { abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } };
const of = "lifecycle";

testRule(costS3Lifecycle, {
  bad: {
    "no lifecycle": { without: ["lifecycle"] },
    "a lifecycle for another bucket": {
      of,
      add: [{ type: "aws:s3/bucket:Bucket", name: "other", props: {} }],
    },
    "uploads that stay": { of, unset: ["rules.0.abortIncompleteMultipartUpload"] },
    "no rules": { of, unset: ["rules"] },
    "a rule that is off": { of, set: { "rules.0.status": "Disabled" } },
    "a rule for a prefix": { of, set: { "rules.0.filter": { prefix: "tmp/" } } },
    "a rule for a prefix in the old form": { of, set: { "rules.0.prefix": "tmp/" } },
    "a rule for a tag": { of, set: { "rules.0.filter": { tag: { key: "keep", value: "no" } } } },
    "a rule for a prefix and a tag": { of, set: { "rules.0.filter": { and: { prefix: "tmp/" } } } },
    "versions that stay": { of, unset: ["rules.0.noncurrentVersionExpiration"] },
    "versions that stay by a rule that is off": {
      of,
      set: {
        "rules.0": { status: "Disabled", noncurrentVersionExpiration: { noncurrentDays: 1 } },
        "rules.1": { ...abort, status: "Enabled" },
      },
    },
    "versions of a bucket with the setting in it": {
      of: "invoices",
      set: { versioning: { enabled: true } },
      without: ["versioning", "lifecycle"],
      add: [
        {
          type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
          name: "lifecycle-2",
          props: { rules: [{ ...abort, status: "Enabled" }] },
          dependsOn: { bucket: ["invoices"] },
        },
      ],
    },
    "uploads that stay, while the bucket is unknown": {
      of,
      set: { bucket: unknown },
      unset: ["rules.0.abortIncompleteMultipartUpload"],
    },
  },
  good: {
    "a lifecycle in the bucket": {
      set: { lifecycleRules: [{ enabled: true, abortIncompleteMultipartUploadDays: 7 }] },
      without: ["lifecycle"],
    },
    "an empty filter": { of, set: { "rules.0.filter": {} } },
    "an empty prefix": { of, set: { "rules.0.filter": { prefix: "" } } },
    "a bucket without versions": { of, without: ["versioning"], unset: ["rules.0.noncurrentVersionExpiration"] },
    "another rule for a prefix": {
      of,
      set: { "rules.1": { status: "Enabled", filter: { prefix: "tmp/" }, expiration: { days: 1 } } },
    },
  },
});
