import { s3AccessLogging } from "../../../../policy-packs/security-baseline/rules/s3/s3-access-logging";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const bucket = (name: string, props: object = {}, dependsOn?: Record<string, string[]>) => ({
  type: "aws:s3/bucket:Bucket",
  name,
  props: { id: name, ...props },
  ...(dependsOn && { dependsOn }),
});
const acl = (props: object) => ({
  type: "aws:s3/bucketAcl:BucketAcl",
  name: "acl",
  props: { bucket: unknown, ...props },
  dependsOn: { bucket: ["logs"] },
});
const logging = { targetBucket: "logs-of-another-stack" };

testRule(s3AccessLogging, {
  bad: {
    "a bucket without logs": { without: ["logging", "logs"] },
    "a second bucket without logs": { add: [bucket("second")] },
    "an older bucket without logs": { add: [{ type: "aws:s3/bucketV2:BucketV2", name: "second", props: {} }] },
    "a bucket of logs that nothing is logged to": { add: [bucket("second")], without: ["invoices", "logging"] },
    "logs without a target": { without: ["logging", "logs"], set: { logging: {} } },
    "a private ACL": { without: ["invoices", "logging"], of: "logs", add: [acl({ acl: "private" })] },
    "a bucket that is not exempt": { add: [bucket("second")], configuration: { exempt: ["third"] } },
  },
  good: {
    "a bucket's own logs": { add: [bucket("second", { logging })] },
    "an older bucket's own logs": {
      add: [{ type: "aws:s3/bucketV2:BucketV2", name: "second", props: { loggings: [logging] } }],
    },
    "a bucket that another one logs to": {
      without: ["logging"],
      set: { logging },
      add: [bucket("second", { logging: { targetBucket: unknown } }, { logging: ["logs"] })],
    },
    "a bucket with the ACL for logs": {
      without: ["invoices", "logging"],
      of: "logs",
      add: [acl({ acl: "log-delivery-write" })],
    },
    "a bucket that is exempt": { add: [bucket("second")], configuration: { exempt: ["second"] } },
    "a bucket whose name is exempt": {
      add: [bucket("second", { bucket: "example-trail" })],
      configuration: { exempt: ["example-trail"] },
    },
  },
});
