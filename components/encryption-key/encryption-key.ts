import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { fitName } from "../core/names";
import { withOverride } from "../core/override";
import { mergeTags } from "../core/tags";
import { keyPolicy } from "./key-policy";
import { aliasPrefix, encryptionKeySchema } from "./schema";
import type { EncryptionKeyArgs, EncryptionKeyOptions } from "./types";

/**
 * A symmetric KMS key that rotates, with an alias.
 *
 * The account's IAM policies say who uses it, beside the services and
 * administrators named here. What a deleted key encrypted is lost for good:
 * give it `protect` where that matters. A key costs 1 USD a month, and as much
 * again for each of its first two rotations: see aws.amazon.com/kms/pricing.
 */
export class EncryptionKey extends pulumi.ComponentResource {
  /** ARN of the key, known once the key has its policy. */
  readonly keyArn: pulumi.Output<string>;
  /** ID of the key. */
  readonly keyId: pulumi.Output<string>;
  /** Name of the alias, with alias/ before. */
  readonly aliasName: pulumi.Output<string>;

  /** @throws ArgsError naming every argument that is out of range. */
  constructor(name: string, args: EncryptionKeyArgs, opts: EncryptionKeyOptions = {}) {
    const { aliasName = fitName("kmsAlias", name), ...plan } = encryptionKeySchema.parse(name, args);
    const { override, ...resourceOpts } = opts;
    super("foundation:index:EncryptionKey", name, args, resourceOpts);

    const child = { parent: this };
    const keyArgs = {
      description: plan.description,
      enableKeyRotation: true,
      rotationPeriodInDays: plan.rotationPeriodInDays,
      deletionWindowInDays: plan.deletionWindowInDays,
      // With the key, and not in a resource after it: so there is no moment in which another policy holds.
      policy: keyPolicy(plan),
      // A key has no name; by this one people find it, and so does `foundation` after a run that was killed.
      tags: mergeTags(plan.tags, { Name: name }),
    };
    const key = new aws.kms.Key(name, withOverride<aws.kms.KeyArgs>(keyArgs, override?.key), child);
    const alias = new aws.kms.Alias(name, { name: `${aliasPrefix}${aliasName}`, targetKeyId: key.keyId }, child);

    this.keyArn = key.arn;
    this.keyId = key.keyId;
    this.aliasName = alias.name;
    this.registerOutputs({ keyArn: this.keyArn, keyId: this.keyId, aliasName: this.aliasName });
  }
}
