import { s3NoForceDestroy } from "../../../../policy-packs/reliability/rules/s3/s3-no-force-destroy";
import { testRule } from "../../../support/rule";

const older = "aws:s3/bucketV2:BucketV2";
const repository = "aws:ecr/repository:Repository";

testRule(s3NoForceDestroy, {
  bad: {
    "a bucket": { set: { forceDestroy: true } },
    "an older bucket": { of: older, set: { forceDestroy: true } },
    "a repository": { of: repository, set: { forceDelete: true } },
    "a bucket in a stack that it is asked of": { set: { forceDestroy: true }, configuration: { stacks: ["test"] } },
  },
  good: {
    "a bucket left at the default": { unset: ["forceDestroy"] },
    "a repository left at the default": { of: repository, unset: ["forceDelete"] },
    "a bucket of another stack": { set: { forceDestroy: true }, configuration: { stacks: ["prod"] } },
    "a repository of another stack": {
      of: repository,
      set: { forceDelete: true },
      configuration: { stacks: ["prod"] },
    },
  },
  unknown: ["forceDestroy"],
});
