import { isObject, text, type Value } from "../../values";
import { isSymmetric } from "../kms/key-refusals";
import { type KeyRefusal, keyNamed, policyOf, unusableKey } from "../kms/keys";
import type { Refusal, Request } from "../model";
import { allows } from "../policies/grants";
import type { Principal } from "../policies/principals";
import { matchesPattern, textsOf } from "../policy-document";

const createLogGroup = "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html";
const encryptLogs = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html";

const keysOf = ({ inputs }: Request) => {
  const key = text(inputs, "kmsKeyId");
  return key === undefined || key === "" ? [] : [key];
};

const invalid = (message: (key: string) => string): KeyRefusal => ({
  code: "InvalidParameterException",
  source: createLogGroup,
  message,
});

/** Any of what the service asks of a key; which of them it tries first no page says. */
const uses = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"];
const contextKey = "kms:encryptioncontext:aws:logs:arn";

/** What CloudWatch Logs refuses of the key that a log group is to be encrypted with. */
export const logGroupKeyRefusals: Refusal[] = [
  ...unusableKey(keysOf, {
    missing: invalid((key) => `The specified KMS key does not exist: ${key}`),
    disabled: invalid((key) => `The specified KMS key is disabled: ${key}`),
    pendingDeletion: invalid((key) => `The specified KMS key is pending deletion: ${key}`),
  }),
  {
    code: "InvalidParameterException",
    source: createLogGroup,
    when: (request) => {
      const [key] = keysOf(request).flatMap((name) => keyNamed(request.scope, name) ?? []);
      return isSymmetric(key?.outputs.customerMasterKeySpec)
        ? undefined
        : "CloudWatch Logs supports only symmetric KMS keys.";
    },
  },
  {
    code: "AccessDeniedException",
    source: encryptLogs,
    when: ({ scope, inputs }) => {
      const key = keyNamed(scope, text(inputs, "kmsKeyId") ?? "");
      const arn = scope.arn("logs", `log-group:${text(inputs, "name")}`);
      return key === undefined || letsLogsUse(policyOf(scope, key), scope.region, arn)
        ? undefined
        : `The specified KMS key does not exist or is not allowed to be used with Arn '${arn}'`;
    },
  },
];

/**
 * Whether a key's policy lets the service use the key for a log group. The service has no IAM policy, so that the
 * policy leaves it to the account's IAM policies is not enough.
 */
function letsLogsUse(policy: string, region: string, logGroup: string): boolean {
  const isLogs = ({ type, value }: Principal) =>
    value === "*" ||
    (type === "Service" && (value.startsWith("logs.amazonaws.") || value.startsWith(`logs.${region}.`)));
  const condition = (given: Value | undefined) => isMet(given, logGroup);
  return uses.some((action) => allows(policy, { action, principal: isLogs, condition }));
}

/** Whether a condition lets a log group of that ARN through; of other keys than the log group's nothing is judged. */
function isMet(condition: Value | undefined, logGroup: string): boolean {
  if (!isObject(condition)) return true;
  return Object.entries(condition).every(([operator, keys]) => {
    if (!isObject(keys) || !/^(Arn(Like|Equals)|String(Like|Equals))$/i.test(operator)) return true;
    const [, patterns] = Object.entries(keys).find(([key]) => key.toLowerCase() === contextKey) ?? [];
    return patterns === undefined || textsOf(patterns).some((pattern) => matchesPattern(pattern, logGroup));
  });
}
