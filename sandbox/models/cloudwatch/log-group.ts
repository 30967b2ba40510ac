import { logRetention } from "../../../components/core/log-retention";
import { text } from "../../values";
import { kmsKeyReference } from "../kms/references";
import type { Model, Request } from "../model";
import { nameTaken } from "../names";

const type = "aws:cloudwatch/logGroup:LogGroup";
const createLogGroup = "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html";
const id = ({ inputs }: Request) => text(inputs, "name") ?? "";

export const logGroup: Model = {
  type,
  schema: "internal/service/logs/group.go",
  tagged: true,
  autoName: { property: "name", maxLength: 512 },
  defaults: { retentionInDays: 0, skipDestroy: false },
  immutable: ["logGroupClass", "name", "namePrefix"],
  references: { kmsKeyId: kmsKeyReference },
  refusals: [
    nameTaken(id, type, {
      code: "ResourceAlreadyExistsException",
      source: createLogGroup,
      message: () => "The specified log group already exists",
    }),
    {
      code: "InvalidParameterException",
      source: createLogGroup,
      reads: ["name"],
      atPreview: true,
      when: ({ inputs }) => {
        const name = text(inputs, "name");
        if (name === undefined || /^[.\-_/#A-Za-z0-9]{1,512}$/.test(name)) return undefined;
        return "1 validation error detected: Value at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+";
      },
    },
    {
      code: "InvalidParameterException",
      source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
      reads: ["retentionInDays"],
      atPreview: true,
      when: ({ inputs }) => {
        const days = inputs.retentionInDays;
        if (days === undefined || days === 0 || logRetention.safeParse(days).success) return undefined;
        return `1 validation error detected: Value '${days}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set`;
      },
    },
  ],
  id,
  computed: {
    arn: ({ scope, id: name }) => scope.arn("logs", `log-group:${name}`),
    logGroupClass: () => "STANDARD",
  },
};
