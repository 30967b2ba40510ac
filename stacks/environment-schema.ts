import { z } from "zod";
import { clusterPlain } from "../components/cluster/plain-schema";
import { accountIdSchema, regionSchema } from "../components/core/regions";
import { tagValueSchema } from "../components/core/tags";
import { networkPlain } from "../components/network/plain-schema";
import { reviewSettingsSchema } from "../review/settings";

/** How sensitive the data is that an environment holds. */
export enum DataClassification {
  Public = "public",
  Internal = "internal",
  Confidential = "confidential",
  Restricted = "restricted",
}

const derivedTag = z
  .never("is set by foundation; leave it out")
  .optional()
  .meta({ description: "Set by foundation; leave it out." });
const tagValue = tagValueSchema.min(1, "must not be empty");

const tags = z
  .object({
    owner: tagValue.meta({ description: "Team that answers for the environment.", examples: ["platform-team"] }),
    "cost-center": tagValue.meta({ description: "Cost center that pays for it, in quotes.", examples: ["1000"] }),
    "data-classification": z
      .enum(DataClassification)
      .meta({ description: "How sensitive the data in it is.", examples: ["internal"] }),
    environment: derivedTag,
    "managed-by": derivedTag,
  })
  .catchall(tagValue)
  .meta({
    description: "Tags of every resource. The tags environment and managed-by are added to them.",
    examples: [{ owner: "platform-team", "cost-center": "1000", "data-classification": "internal" }],
  });

/** What an environment file says of its network: the arguments of the component Network that decide what exists. */
const network = z.strictObject(networkPlain).meta({
  description: "The VPC of the environment.",
  examples: [{ cidr: "10.10.0.0/16", zones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"] }],
});

const { deletionProtection, accessEntries, ...clusterSettings } = clusterPlain;

/** What an environment file says of its cluster: the arguments of the component Cluster that decide what exists. */
const cluster = z
  .strictObject({ ...clusterSettings, accessEntries: accessEntries.default({}) })
  .prefault({})
  .meta({ description: "The EKS cluster of the environment." });

/** An environment file, but for what must hold between its settings (environment-rules.ts). */
export const environmentSchema = z
  .strictObject({
    accountId: accountIdSchema.meta({ description: "AWS account, 12 digits in quotes.", examples: ["111122223333"] }),
    region: regionSchema.meta({ description: "AWS region of everything in the environment.", examples: ["eu-west-1"] }),
    deployRole: z
      .string()
      .regex(/^[\w+=,.@-]{1,64}(\/[\w+=,.@-]+)*$/, "must be the name of an IAM role, e.g. foundation-deploy")
      .meta({
        description: "IAM role in the account that applies the stacks. It becomes an administrator of the cluster.",
        examples: ["foundation-deploy"],
      }),
    secretsProvider: z
      .string()
      .regex(/^awskms:\/\/\S+$/, "must be a KMS key, e.g. awskms://alias/foundation-state?region=eu-west-1")
      .meta({
        description: "KMS key that encrypts the secrets in the state and configuration of the stacks.",
        examples: ["awskms://alias/foundation-state?region=eu-west-1"],
      }),
    deletionProtection: deletionProtection.meta({
      description: "Whether what holds data, and the cluster, cannot be deleted. Default: true.",
    }),
    tags,
    network,
    cluster,
    review: reviewSettingsSchema.prefault({}).meta({ description: "What reviews of its changes go by." }),
  })
  .meta({
    title: "Environment of platform-foundation",
    description: "All that makes one environment differ from others.",
  });

/** The settings of an environment file, with defaults filled in. */
export type Settings = z.output<typeof environmentSchema>;
