import { logRetention } from "../../../components/core/log-retention";
import { logsQuotas } from "../../quotas/logs";
import { countQuota } from "../../quotas/quota";
import { text } from "../../values";
import { enumConstraint, textConstraint } from "../constraints";
import type { Model, Refusal, Request } from "../model";
import { nameTaken } from "../names";
import { logGroupKeyRefusals } from "./log-group-key";

const type = "aws:cloudwatch/logGroup:LogGroup";
const createLogGroup = "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html";
const id = ({ inputs }: Request) => text(inputs, "name") ?? "";

/** Log groups of this class keep everything for two days, so the provider sends no retention. */
const deliveryClass = "DELIVERY";

const refusals: Refusal[] = [
  nameTaken(id, type, {
    code: "ResourceAlreadyExistsException",
    source: createLogGroup,
    message: () => "The specified log group already exists",
  }),
  textConstraint({
    code: "InvalidParameterException",
    source: createLogGroup,
    property: "name",
    parameter: "logGroupName",
    pattern: /^[.\-_/#A-Za-z0-9]+$/,
    maxLength: 512,
  }),
  {
    code: "InvalidParameterException",
    source: createLogGroup,
    reads: ["name"],
    atPreview: true,
    when: ({ inputs }) =>
      text(inputs, "name")?.startsWith("aws/") ? "Log groups starting with aws/ are reserved for AWS." : undefined,
  },
  enumConstraint({
    code: "InvalidParameterException",
    source: createLogGroup,
    property: "logGroupClass",
    parameter: "logGroupClass",
    values: ["STANDARD", "INFREQUENT_ACCESS", deliveryClass, "ESSENTIALS"],
  }),
  {
    code: "InvalidParameterException",
    source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
    reads: ["logGroupClass", "retentionInDays"],
    atPreview: true,
    when: ({ inputs: { logGroupClass, retentionInDays: days } }) => {
      const isUnset = days === undefined || days === 0 || logGroupClass === deliveryClass;
      if (isUnset || logRetention.safeParse(days).success) return undefined;
      return `1 validation error detected: Value '${days}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set`;
    },
  },
  ...logGroupKeyRefusals,
  countQuota(
    logsQuotas.groups,
    { code: "LimitExceededException", message: () => "Resource limit exceeded." },
    ({ scope }) => scope.list(type).length,
  ),
  {
    code: "ValidationException",
    source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogGroup.html",
    on: ["delete"],
    when: ({ prior }) =>
      prior?.outputs.deletionProtectionEnabled === true
        ? `The log group ${prior.id} has deletion protection enabled.`
        : undefined,
  },
];

export const logGroup: Model = {
  type,
  schema: "internal/service/logs/group.go",
  tagged: true,
  autoName: { property: "name", maxLength: 512 },
  defaults: { retentionInDays: 0, skipDestroy: false },
  immutable: ["logGroupClass", "name", "namePrefix"],
  refusals,
  id,
  computed: {
    arn: ({ scope, id: name }) => scope.arn("logs", `log-group:${name}`),
    deletionProtectionEnabled: () => false,
    logGroupClass: () => "STANDARD",
  },
};
