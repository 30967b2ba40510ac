import { text } from "../../values";
import { iamId } from "../ids";
import type { Model, Request } from "../model";
import { nameTaken } from "../names";
import { iamRoleReference } from "./references";

const type = "aws:iam/instanceProfile:InstanceProfile";
const id = ({ inputs }: Request) => text(inputs, "name") ?? "";

export const instanceProfile: Model = {
  type,
  schema: "internal/service/iam/instance_profile.go",
  global: true,
  tagged: true,
  autoName: { property: "name", maxLength: 128 },
  defaults: { path: "/" },
  immutable: ["name", "namePrefix", "path"],
  references: { role: iamRoleReference },
  refusals: [
    nameTaken(id, type, {
      code: "EntityAlreadyExists",
      source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateInstanceProfile.html",
      message: (name) => `Instance Profile ${name} already exists.`,
    }),
  ],
  id,
  computed: {
    arn: ({ scope, id: name, inputs }) => scope.arn("iam", `instance-profile${text(inputs, "path") ?? "/"}${name}`),
    createDate: () => new Date().toISOString(),
    uniqueId: ({ digits }) => iamId("AIPA", digits),
  },
};
