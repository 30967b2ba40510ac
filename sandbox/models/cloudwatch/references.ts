import type { Reference } from "../model";

export const logGroupReference: Reference = {
  types: ["aws:cloudwatch/logGroup:LogGroup"],
  by: "arn",
  applies: (value) => value.includes(":logs:"),
  code: "ResourceNotFoundException",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html",
  message: () => "The specified log group does not exist.",
};
