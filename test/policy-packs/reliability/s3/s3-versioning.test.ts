import { s3Versioning } from "../../../../policy-packs/reliability/rules/s3/s3-versioning";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const bucket = (props: object = {}) => ({
  type: "aws:s3/bucket:Bucket",
  name: "second",
  props: { id: "second", ...props },
});
const older = (props: object) => ({ type: "aws:s3/bucketV2:BucketV2", name: "second", props });
const versioningOf = (id: string, status = "Enabled", dependsOn?: Record<string, string[]>) => ({
  type: "aws:s3/bucketVersioning:BucketVersioning",
  name: "other",
  props: { bucket: id, versioningConfiguration: { status } },
  ...(dependsOn && { dependsOn }),
});

testRule(s3Versioning, {
  bad: {
    "a bucket left at S3's default": { without: ["versioning"] },
    "a second bucket without": { add: [bucket()] },
    "a versioning of another bucket": { without: ["versioning"], add: [versioningOf("third")] },
    "a suspended versioning": { of: "versioning", set: { versioningConfiguration: { status: "Suspended" } } },
    "a disabled versioning": { of: "versioning", set: { versioningConfiguration: { status: "Disabled" } } },
    "a versioning without a status": { of: "versioning", unset: ["versioningConfiguration"] },
    "a bucket that says no": { add: [bucket({ versioning: { enabled: false } })] },
    "a bucket that only asks for MFA": { add: [bucket({ versioning: { mfaDelete: true } })] },
    "an older bucket that says no": { add: [older({ versionings: [{ enabled: false }] })] },
  },
  good: {
    "a versioning by its id": { add: [bucket(), versioningOf("second")] },
    "a versioning made in the same deployment": {
      add: [bucket(), versioningOf(unknown, "Enabled", { bucket: ["second"] })],
    },
    "a bucket's own": { add: [bucket({ versioning: { enabled: true } })] },
    "an older bucket's own": { add: [older({ versionings: [{ enabled: true }] })] },
    "a bucket that is exempt": { add: [bucket()], configuration: { exempt: ["second"] } },
    "a bucket whose name is exempt": {
      add: [bucket({ bucket: "example-cache" })],
      configuration: { exempt: ["example-cache"] },
    },
  },
});
