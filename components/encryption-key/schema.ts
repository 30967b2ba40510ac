import { z } from "zod";
import { argsSchema } from "../core/args";
import { arnSchemas } from "../core/arn";
import { nameLimits } from "../core/names";
import { accountIdSchema, regionSchema } from "../core/regions";
import { tagsSchema } from "../core/tags";
import { type EncryptionKeyArgs, EncryptionKeyService } from "./types";

export const aliasPrefix = "alias/";

const aliasLength = nameLimits.kmsAlias - aliasPrefix.length;
/** What KMS takes in an alias, and that alias/aws/ is AWS's own: docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html */
const aliasForm = new RegExp(`^(?!aws/)[\\w/-]{1,${aliasLength}}$`);

const rotationReason = "must be 90 to 2560 days";
const deletionReason = "must be 7 to 30 days";

export const encryptionKeySchema = argsSchema<EncryptionKeyArgs>()({
  name: z
    .string()
    .regex(/^(?!aws\/)[\w/-]+$/, "must be letters, digits, hyphens, underscores and slashes, e.g. dev-logs"),
  plain: {
    accountId: accountIdSchema,
    region: regionSchema,
    aliasName: z
      .string()
      .regex(
        aliasForm,
        `must be 1 to ${aliasLength} letters, digits, hyphens, underscores and slashes, without alias/ or aws/ before, e.g. dev-logs`,
      )
      .refine((alias) => !alias.startsWith(aliasPrefix), "must leave out alias/, which is added, e.g. dev-logs")
      .optional(),
    // Limits of both periods: docs.aws.amazon.com/kms/latest/developerguide/rotating-keys-enable.html and deleting-keys.html
    deletionWindowInDays: z.int().min(7, deletionReason).max(30, deletionReason).default(30),
    rotationPeriodInDays: z.int().min(90, rotationReason).max(2560, rotationReason).default(365),
    services: z.array(z.enum(EncryptionKeyService)).default([]),
  },
  inputs: {
    description: z.string().min(1, "must say what the key is for").max(8192, "must be at most 8192 characters"),
    administrators: z.array(arnSchemas.iamPrincipal).default([]),
    tags: tagsSchema,
  },
});
