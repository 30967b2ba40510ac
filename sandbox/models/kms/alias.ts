import { parseArn } from "../../../components/core/arn";
import { kmsQuotas } from "../../quotas/kms";
import { countQuota } from "../../quotas/quota";
import { text } from "../../values";
import { textConstraint } from "../constraints";
import type { Model, Refusal, Request } from "../model";
import { nameTaken } from "../names";
import { aliasType, keyNamed, unusableKey } from "./keys";

const createAlias = "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html";
const id = ({ inputs }: Request) => text(inputs, "name") ?? "";
const target = ({ inputs }: Request) => text(inputs, "targetKeyId") ?? "";

/** The ARN of the key that an alias names, by id or ARN. */
const targetArn = (request: Request) =>
  text(keyNamed(request.scope, target(request))?.outputs ?? {}, "arn") ?? target(request);

const refusals: Refusal[] = [
  nameTaken(id, aliasType, {
    code: "AlreadyExistsException",
    source: createAlias,
    message: (name) => `An alias with the name ${name} already exists`,
  }),
  {
    code: "InvalidAliasNameException",
    source: createAlias,
    reads: ["name"],
    atPreview: true,
    when: ({ inputs }) => {
      const name = text(inputs, "name");
      const isFine = name === undefined || (/^alias\/[a-zA-Z0-9/_-]+$/.test(name) && !name.startsWith("alias/aws/"));
      return isFine ? undefined : `${name} is not a valid alias name: alias/ and then letters, digits, / _ - only`;
    },
  },
  textConstraint({
    code: "ValidationException",
    source: createAlias,
    property: "name",
    parameter: "aliasName",
    maxLength: 256,
  }),
  {
    code: "ValidationException",
    source: createAlias,
    reads: ["targetKeyId"],
    atPreview: true,
    when: ({ inputs }) =>
      /(^|:)alias\//.test(text(inputs, "targetKeyId") ?? "") ? "Aliases must refer to keys. Not aliases" : undefined,
  },
  {
    code: "NotFoundException",
    source: createAlias,
    reads: ["targetKeyId"],
    atPreview: true,
    when: ({ scope, inputs }) => {
      const region = parseArn(text(inputs, "targetKeyId") ?? "")?.region ?? scope.region;
      return region === scope.region ? undefined : `Invalid arn ${region}`;
    },
  },
  ...unusableKey((request) => [target(request)], {
    missing: { code: "NotFoundException", source: createAlias, message: (key) => `Key '${key}' does not exist` },
    pendingDeletion: {
      code: "KMSInvalidStateException",
      source: createAlias,
      message: (key) => `${key} is pending deletion.`,
    },
  }),
  countQuota(
    kmsQuotas.aliasesPerKey,
    { code: "LimitExceededException", message: (limit) => `The key has ${limit} aliases, the most it may have.` },
    (request) => request.scope.having(aliasType, "targetKeyArn", targetArn(request)).length,
  ),
];

export const kmsAlias: Model = {
  type: aliasType,
  schema: "internal/service/kms/alias.go",
  autoName: { property: "name", prefix: "alias/", maxLength: 256 },
  immutable: ["name", "namePrefix"],
  refusals,
  id,
  computed: {
    arn: ({ scope, id: name }) => scope.arn("kms", name),
    targetKeyArn: targetArn,
  },
  recomputed: ["targetKeyArn"],
};
