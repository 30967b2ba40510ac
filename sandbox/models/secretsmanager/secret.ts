import { activeStatus } from "../../cloud/resource";
import { countQuota } from "../../quotas/quota";
import { secretsManagerQuotas } from "../../quotas/secretsmanager";
import { isObject, text, valuesAt } from "../../values";
import { textConstraint } from "../constraints";
import type { Model, Refusal, Request } from "../model";
import { listOf, textsOf } from "../policy-document";
import { secretPolicyRefusals, secretType } from "./secrets";

const reference = "https://docs.aws.amazon.com/secretsmanager/latest/apireference";
const createSecret = `${reference}/API_CreateSecret.html`;
const replicate = `${reference}/API_ReplicateSecretToRegions.html`;
const millisecondsADay = 86_400_000;

const ofThatName = ({ scope, inputs }: Request) => scope.having(secretType, "name", text(inputs, "name") ?? "");
const replicaRegions = ({ inputs }: Request) => textsOf(valuesAt(inputs, "replicas.region"));

const refusals: Refusal[] = [
  {
    code: "ResourceExistsException",
    source: createSecret,
    on: ["create"],
    when: (request) =>
      ofThatName(request).some(({ status }) => status === activeStatus)
        ? `The operation failed because the secret ${request.inputs.name} already exists.`
        : undefined,
  },
  {
    code: "InvalidRequestException",
    source: createSecret,
    on: ["create"],
    retried: true,
    when: (request) =>
      ofThatName(request).some(({ status }) => status !== activeStatus)
        ? "You can't create this secret because a secret with this name is already scheduled for deletion."
        : undefined,
  },
  {
    code: "ValidationException",
    source: createSecret,
    reads: ["name"],
    atPreview: true,
    when: ({ inputs }) => {
      const name = text(inputs, "name");
      return name === undefined || /^[\w/+=.@!-]+$/.test(name)
        ? undefined
        : "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!";
    },
  },
  textConstraint({
    code: "ValidationException",
    source: createSecret,
    property: "name",
    parameter: "name",
    maxLength: 512,
  }),
  textConstraint({
    code: "ValidationException",
    source: createSecret,
    property: "description",
    parameter: "description",
    maxLength: 2048,
  }),
  {
    code: "InvalidParameterException",
    source: `${reference}/API_DeleteSecret.html`,
    reads: ["recoveryWindowInDays"],
    atPreview: true,
    when: ({ inputs: { recoveryWindowInDays: days } }) =>
      typeof days === "number" && days !== 0 && (days < 7 || days > 30)
        ? "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive)."
        : undefined,
  },
  {
    code: "InvalidParameterException",
    source: replicate,
    reads: ["replicas"],
    atPreview: true,
    when: (request) =>
      replicaRegions(request).includes(request.scope.region)
        ? "Invalid replica region: the secret itself is in that Region."
        : undefined,
  },
  {
    code: "InvalidParameterException",
    source: replicate,
    reads: ["replicas"],
    atPreview: true,
    when: (request) => {
      const regions = replicaRegions(request);
      return new Set(regions).size < regions.length ? "The same Region is given for two replicas." : undefined;
    },
  },
  ...secretPolicyRefusals(),
  countQuota(
    secretsManagerQuotas.secrets,
    { code: "LimitExceededException", message: (limit) => `You've exceeded the quota of ${limit} secrets.` },
    ({ scope }) => scope.list(secretType).length,
  ),
];

export const secret: Model = {
  type: secretType,
  schema: "internal/service/secretsmanager/secret.go",
  tagged: true,
  autoName: { property: "name", maxLength: 512 },
  defaults: { forceOverwriteReplicaSecret: false, recoveryWindowInDays: 30 },
  immutable: ["name", "namePrefix"],
  sets: ["replicas"],
  documents: ["policy"],
  refusals,
  id: ({ scope, inputs, digits }) => scope.arn("secretsmanager", `secret:${text(inputs, "name")}-${suffix(digits)}`),
  computed: {
    arn: ({ id }) => id,
    policy: () => "",
    replicas: ({ inputs }) => listOf(inputs.replicas).filter(isObject),
  },
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
