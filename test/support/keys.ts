import type { Properties } from "../../sandbox/values";
import { account, make } from "./models";

export const keyType = "aws:kms/key:Key";
export const key = (more: Properties = {}, name?: string) => make(keyType, more, name);
export const alias = (more: Properties) => make("aws:kms/alias:Alias", { name: "alias/data", ...more });

const root = `arn:aws:iam::${account}:root`;

/** A statement by which IAM's policies govern a key. */
export const governed: Properties = {
  Effect: "Allow",
  Principal: { AWS: root },
  Action: "kms:*",
  Resource: "*",
};

/** A key's policy of statements, of which the first lets the account govern the key. */
export const keyPolicy = (...more: Properties[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [governed, ...more] });

/** Lets CloudWatch Logs use a key for some log groups. */
export const letsLogs = (logGroups = "*", more: Properties = {}): Properties => ({
  Effect: "Allow",
  Principal: { Service: "logs.eu-west-1.amazonaws.com" },
  Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
  Resource: "*",
  Condition: {
    ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:eu-west-1:${account}:log-group:${logGroups}` },
  },
  ...more,
});
