import { argsSchema } from "../core/args";
import { arnSchemas } from "../core/arn";
import { componentNameSchema } from "../core/names";
import { tagsSchema } from "../core/tags";
import { networkPlain, networkRules } from "./plain-schema";
import type { NetworkArgs } from "./types";

export const networkSchema = argsSchema<NetworkArgs>()({
  name: componentNameSchema,
  plain: networkPlain,
  inputs: {
    encryptionKeyArn: arnSchemas.kmsKey.optional(),
    tags: tagsSchema,
  },
  rules: networkRules,
});
