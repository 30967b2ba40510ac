import { z } from "zod";
import { resourceRule } from "../../../core/rule";
import { isInStack, stacks } from "../../../core/stacks";

const repository = "aws:ecr/repository:Repository";

/** A bucket or repository that is not empty cannot be deleted. */
export const s3NoForceDestroy = resourceRule({
  name: "s3-no-force-destroy",
  title: "An S3 bucket or ECR repository is not deleted with what is in it.",
  severity: "high",
  types: ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2", repository],
  parameters: z.object({ stacks }),
  controls: {},
  remediationSteps: "Set forceDestroy (a repository: forceDelete) to false or leave it out.",
  docs: {
    why: "AWS refuses to delete what is not empty; with this switch one wrong command deletes every object and version.",
    good: {
      "aws:s3/bucket:Bucket": { forceDestroy: false },
      "aws:s3/bucketV2:BucketV2": { forceDestroy: false },
      [repository]: { forceDelete: false },
    },
  },
  check(resource, report, parameters) {
    if (!isInStack(resource.urn, parameters.stacks)) return;
    if (resource.type === repository) {
      if (resource.props.forceDelete === true) report("all images go with the repository: set forceDelete to false");
    } else if (resource.props.forceDestroy === true) {
      report("all objects go with the bucket: set forceDestroy to false");
    }
  },
});
