import { text } from "../../values";
import { uuid } from "../ids";
import type { Model } from "../model";

export const secretVersion: Model = {
  type: "aws:secretsmanager/secretVersion:SecretVersion",
  schema: "internal/service/secretsmanager/secret_version.go",
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
