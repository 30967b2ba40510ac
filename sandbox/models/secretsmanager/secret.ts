import { activeStatus } from "../../cloud/resource";
import { text } from "../../values";
import type { Model } from "../model";

const type = "aws:secretsmanager/secret:Secret";
const createSecret = "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html";
const millisecondsADay = 86_400_000;

export const secret: Model = {
  type,
  schema: "internal/service/secretsmanager/secret.go",
  tagged: true,
  autoName: { property: "name", maxLength: 512 },
  defaults: { forceOverwriteReplicaSecret: false, recoveryWindowInDays: 30 },
  immutable: ["name", "namePrefix"],
  documents: ["policy"],
  refusals: [
    {
      code: "ResourceExistsException",
      source: createSecret,
      on: ["create"],
      when: ({ scope, inputs }) => {
        const isTaken = scope
          .list(type)
          .some(({ status, outputs }) => status === activeStatus && outputs.name === inputs.name);
        return isTaken ? `The operation failed because the secret ${inputs.name} already exists.` : undefined;
      },
    },
    {
      code: "InvalidRequestException",
      source: createSecret,
      on: ["create"],
      when: ({ scope, inputs }) => {
        const isLeaving = scope
          .list(type)
          .some(({ status, outputs }) => status !== activeStatus && outputs.name === inputs.name);
        return isLeaving
          ? "You can't create this secret because a secret with this name is already scheduled for deletion."
          : undefined;
      },
    },
    {
      code: "InvalidParameterException",
      source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html",
      reads: ["recoveryWindowInDays"],
      atPreview: true,
      when: ({ inputs: { recoveryWindowInDays: days } }) =>
        typeof days === "number" && days !== 0 && (days < 7 || days > 30)
          ? "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive)."
          : undefined,
    },
  ],
  id: ({ scope, inputs, digits }) => scope.arn("secretsmanager", `secret:${text(inputs, "name")}-${suffix(digits)}`),
  computed: { arn: ({ id }) => id },
  deleted: ({ inputs }) => {
    const days = Number(inputs.recoveryWindowInDays);
    if (days === 0) return undefined;
    const deletedDate = new Date(Date.now() + days * millisecondsADay).toISOString();
    return { status: "ScheduledForDeletion", outputs: { deletedDate } };
  },
};

/** Six letters and digits that Secrets Manager puts behind a name, so that a new secret of that name has another ARN. */
const suffix = (digits: string) =>
  BigInt(`0x${digits.slice(0, 12)}`)
    .toString(36)
    .slice(0, 6)
    .padStart(6, "a");
