import { z } from "zod";
import { argsSchema } from "../core/args";
import { tagsSchema } from "../core/tags";
import { clusterPlain, clusterRules } from "./plain-schema";
import type { ClusterArgs } from "./types";

const subnetIds = z
  .array(z.string().regex(/^subnet-[0-9a-f]+$/, "must be a subnet ID, e.g. subnet-0a1b2c3d4e5f60718"))
  .min(2, "must be at least two subnets in different zones");

export const clusterSchema = argsSchema<ClusterArgs>()({
  plain: clusterPlain,
  inputs: {
    vpcId: z.string().regex(/^vpc-[0-9a-f]+$/, "must be a VPC ID, e.g. vpc-0a1b2c3d4e5f60718"),
    subnetIds,
    nodeSubnetIds: subnetIds.optional(),
    encryptionKeyArn: z
      .string()
      .regex(
        /^arn:aws[\w-]*:kms:[^:]+:\d{12}:key\//,
        "must be a KMS key ARN, e.g. arn:aws:kms:eu-west-1:111122223333:key/…",
      ),
    tags: tagsSchema,
  },
  rules: clusterRules,
});
