import { z } from "zod";

const region = "must be an AWS region, e.g. eu-west-1";
/** A region's code; a local zone's or an availability zone's is longer. */
export const regionSchema = z.string({ error: region }).regex(/^[a-z]{2,4}(-[a-z]+)+-\d+$/, region);

// In YAML, digits without quotes are a number, and one that starts with 0 another number.
const accountId = "must be a 12-digit AWS account ID in quotes, e.g. 111122223333";
export const accountIdSchema = z.string({ error: accountId }).regex(/^\d{12}$/, accountId);

/** Source: docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html, and the partitions file of the AWS SDKs. */
const partitions: [prefix: string, partition: string][] = [
  ["cn-", "aws-cn"],
  ["us-gov-", "aws-us-gov"],
  ["us-iso-", "aws-iso"],
  ["us-isob-", "aws-iso-b"],
  ["us-isof-", "aws-iso-f"],
  ["eu-isoe-", "aws-iso-e"],
  ["eusc-", "aws-eusc"],
];

/** The partition that a region belongs to: a set of regions with accounts and ARNs of its own. */
export function partitionOf(region: string): string {
  return partitions.find(([prefix]) => region.startsWith(prefix))?.[1] ?? "aws";
}

/** What the names of a partition's service principals end in: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export function dnsSuffixOf(partition: string): string {
  return partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
}
