import { createHash } from "node:crypto";
import { z } from "zod";

/** Most characters that AWS takes in a name, each with the page that says so. */
export const nameLimits = {
  /** docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html */
  eksCluster: 100,
  /** docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html */
  eksNodegroup: 63,
  /** docs.aws.amazon.com/IAM/latest/APIReference/API_CreateInstanceProfile.html */
  iamInstanceProfile: 128,
  /** docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
  iamPolicy: 128,
  /** docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
  iamRole: 64,
  /** docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html, with alias/ */
  kmsAlias: 256,
  /** docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html */
  logGroup: 512,
  /** docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html */
  securityGroup: 255,
} as const;

/**
 * The name of a component from which names in AWS are derived. Pulumi adds a role and eight characters of its own to
 * it, and IAM takes 64.
 */
export const componentNameSchema = z
  .string()
  .regex(
    /^[0-9A-Za-z][\w-]{0,31}$/,
    "must be 1 to 32 letters, digits, hyphens and underscores, the first a letter or digit, e.g. dev",
  );

const hashLength = 8;

/**
 * `name` where the service takes it, else its start and a hash of the whole: the same name always gives the same
 * result, and two long names that start alike stay two.
 *
 * Set a name only where something must find it by that name; else leave it to Pulumi, so that a replacement can be
 * made before the old one is deleted.
 */
export function fitName(kind: keyof typeof nameLimits, name: string): string {
  const limit = nameLimits[kind];
  if (name.length <= limit) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, hashLength);
  return `${name.slice(0, limit - hashLength - 1)}-${hash}`;
}
