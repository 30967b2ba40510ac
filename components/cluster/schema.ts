import { z } from "zod";
import { argsSchema } from "../core/args";
import { arnSchemas } from "../core/arn";
import { tagsSchema } from "../core/tags";
import { clusterPlain, clusterRules } from "./plain-schema";
import type { ClusterArgs } from "./types";

const subnetIds = z
  .array(z.string().regex(/^subnet-[0-9a-f]+$/, "must be a subnet ID, e.g. subnet-0a1b2c3d4e5f60718"))
  .min(2, "must be at least two subnets in different zones");

/** The names that EKS and IAM get are made from the component's; the longest of those must fit IAM's 64 characters. */
const name = z
  .string()
  .regex(
    /^[0-9A-Za-z][\w-]{0,31}$/,
    "must be 1 to 32 letters, digits, hyphens and underscores, the first a letter or digit",
  );

export const clusterSchema = argsSchema<ClusterArgs>()({
  name,
  plain: clusterPlain,
  inputs: {
    vpcId: z.string().regex(/^vpc-[0-9a-f]+$/, "must be a VPC ID, e.g. vpc-0a1b2c3d4e5f60718"),
    subnetIds,
    nodeSubnetIds: subnetIds.optional(),
    encryptionKeyArn: arnSchemas.kmsKey,
    tags: tagsSchema,
  },
  rules: clusterRules,
});
