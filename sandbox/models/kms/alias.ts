import { activeStatus } from "../../cloud/resource";
import { text } from "../../values";
import type { Made, Model, Request } from "../model";
import { nameTaken } from "../names";

const type = "aws:kms/alias:Alias";
const createAlias = "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html";
const id = ({ inputs }: Request) => text(inputs, "name") ?? "";

/** The key that an alias names, by id or ARN. */
function keyOf({ scope, inputs }: Pick<Request, "scope" | "inputs">) {
  const keyId = text(inputs, "targetKeyId")?.split("key/").at(-1) ?? "";
  return scope.find("aws:kms/key:Key", keyId);
}

export const kmsAlias: Model = {
  type,
  schema: "internal/service/kms/alias.go",
  autoName: { property: "name", prefix: "alias/", maxLength: 256 },
  immutable: ["name", "namePrefix"],
  refusals: [
    nameTaken(id, type, {
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
    {
      code: "NotFoundException",
      source: createAlias,
      when: (request) => {
        const given = text(request.inputs, "targetKeyId");
        if (given?.startsWith("arn:") && !given.includes(`:${request.scope.account}:`)) return undefined;
        return keyOf(request) === undefined ? `Key '${given}' does not exist` : undefined;
      },
    },
    {
      code: "KMSInvalidStateException",
      source: createAlias,
      when: (request) => {
        const key = keyOf(request);
        if (key === undefined || key.status === activeStatus) return undefined;
        return `${key.outputs.arn} is pending deletion.`;
      },
    },
  ],
  id,
  computed: {
    arn: ({ scope, id: name }) => scope.arn("kms", name),
    targetKeyArn: (made: Made) => keyOf(made)?.outputs.arn ?? text(made.inputs, "targetKeyId"),
  },
  recomputed: ["targetKeyArn"],
};
