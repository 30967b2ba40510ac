import { activeStatus } from "../../cloud/resource";
import { text } from "../../values";
import { textConstraint } from "../constraints";
import type { Refusal } from "../model";

/** Refuses a name out of IAM's pattern: docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const iamName = (parameter: string, maxLength: number, source: string): Refusal =>
  textConstraint({
    code: "ValidationError",
    source,
    property: "name",
    parameter,
    pattern: /^[\w+=,.@-]+$/,
    maxLength,
  });

/** Refuses a path that does not begin and end with a slash. */
export const iamPath = (source: string, pattern = /^(\/|\/[\u0021-\u007E]+\/)$/): Refusal =>
  textConstraint({ code: "ValidationError", source, property: "path", parameter: "path", pattern, maxLength: 512 });

/** Refuses a name that is taken in the account, whatever its path. IAM does not tell names apart by case. */
export function iamNameTaken(type: string, source: string, message: (name: string) => string): Refusal {
  return {
    code: "EntityAlreadyExists",
    source,
    on: ["create"],
    when: ({ scope, inputs }) => {
      const name = text(inputs, "name") ?? "";
      const isTaken = scope
        .list(type)
        .some(
          ({ status, outputs }) =>
            status === activeStatus && text(outputs, "name")?.toLowerCase() === name.toLowerCase(),
        );
      return isTaken ? message(name) : undefined;
    },
  };
}
