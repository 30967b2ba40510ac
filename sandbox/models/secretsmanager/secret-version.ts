import { text } from "../../values";
import { uuid } from "../ids";
import type { Model } from "../model";

/** Properties and form of the id: terraform-provider-aws, internal/service/secretsmanager/secret_version.go */
export const secretVersion: Model = {
  type: "aws:secretsmanager/secretVersion:SecretVersion",
  immutable: ["secretBinary", "secretId", "secretString", "secretStringWoVersion"],
  sets: ["versionStages"],
  secrets: ["secretBinary", "secretString", "secretStringWo"],
  references: {
    secretId: {
      types: ["aws:secretsmanager/secret:Secret"],
      code: "ResourceNotFoundException",
      source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html",
      message: () => "Secrets Manager can't find the specified secret.",
    },
  },
  id: ({ inputs, digits }) => `${inputs.secretId}|${uuid(digits)}`,
  computed: {
    arn: ({ inputs }) => text(inputs, "secretId"),
    hasSecretStringWo: ({ inputs }) => inputs.secretStringWo !== undefined,
    versionId: ({ digits }) => uuid(digits),
    versionStages: () => ["AWSCURRENT"],
  },
};
