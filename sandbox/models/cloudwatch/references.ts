import type { Reference } from "../model";

export const logGroupReference: Reference = {
  types: ["aws:cloudwatch/logGroup:LogGroup"],
  by: "arn",
  applies: (value) => value.includes(":logs:"),
  code: "ResourceNotFoundException",
  message: () => "The specified log group does not exist.",
};
