import type { Reference } from "../model";

/** A key that is there and not pending deletion, by its ARN. */
export const kmsKeyReference: Reference = {
  types: ["aws:kms/key:Key"],
  by: "arn",
  applies: (value) => value.includes(":key/"),
  code: "AccessDeniedException",
  source: "https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html",
  message: (arn) => `The specified KMS key does not exist or is not allowed to be used with Arn '${arn}'`,
};
