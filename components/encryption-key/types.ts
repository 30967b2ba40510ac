import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Override } from "../core/override";

/** An AWS service that uses the key for this account's resources in this region. */
export enum EncryptionKeyService {
  /** CloudWatch Logs, for log groups. */
  CloudWatchLogs = "logs",
  /** EC2, for EBS volumes, on behalf of whoever in the account makes or attaches one. */
  Ebs = "ebs",
  /** Secrets Manager, on behalf of whoever in the account may read or write the secret. */
  SecretsManager = "secretsmanager",
}

export interface EncryptionKeyArgs {
  /** AWS account that the key is in, 12 digits. */
  accountId: string;
  /** AWS region that the key is in, e.g. eu-west-1. */
  region: string;
  /** What the key is for, at most 8192 characters. */
  description: pulumi.Input<string>;
  /** Name by which people find the key, without alias/, at most 250 characters. Default: the component's name. */
  aliasName?: string;
  /** Days between the deletion of the key and its end, in which it can be kept after all, 7 to 30. Default: 30. */
  deletionWindowInDays?: number;
  /** Days between rotations, 90 to 2560. Default: 365. */
  rotationPeriodInDays?: number;
  /** Services that use the key. Default: none but those that act for a principal whose IAM policies allow it. */
  services?: EncryptionKeyService[];
  /**
   * ARNs of IAM roles and users that manage the key without using it. Each must exist.
   *
   * Default: whoever the account's IAM policies allow to.
   */
  administrators?: pulumi.Input<pulumi.Input<string>[]>;
  /** Tags of the key, over the provider's default tags. Default: none of its own. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

export interface EncryptionKeyOptions extends pulumi.ComponentResourceOptions {
  /** Last-resort changes to child resources. TypeScript only; other languages use `transforms`. */
  override?: {
    key?: Override<aws.kms.KeyArgs>;
  };
}
