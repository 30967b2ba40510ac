import { text } from "../../values";
import { iamId } from "../ids";
import type { Model, Request } from "../model";
import { nameTaken } from "../names";
import { iamQuotas, malformedDocument, policySize } from "./documents";

const type = "aws:iam/policy:Policy";
const createPolicy = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html";
const managedPolicyLimit = 6144;
const arn = ({ scope, inputs }: Request) =>
  scope.global.arn("iam", `policy${text(inputs, "path") ?? "/"}${text(inputs, "name")}`);

export const policy: Model = {
  type,
  schema: "internal/service/iam/policy.go",
  global: true,
  tagged: true,
  autoName: { property: "name", maxLength: 128 },
  defaults: { path: "/" },
  immutable: ["description", "name", "namePrefix", "path"],
  documents: ["policy"],
  refusals: [
    nameTaken(arn, type, {
      code: "EntityAlreadyExists",
      source: createPolicy,
      message: (id) => `A policy called ${id.split("/").at(-1)} already exists. Duplicate names are not allowed.`,
    }),
    malformedDocument("policy", createPolicy),
    {
      code: "LimitExceeded",
      source: iamQuotas,
      reads: ["policy"],
      atPreview: true,
      when: ({ inputs }) =>
        policySize(text(inputs, "policy") ?? "") > managedPolicyLimit
          ? `Cannot exceed quota for PolicySize: ${managedPolicyLimit}`
          : undefined,
    },
    {
      code: "DeleteConflict",
      source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html",
      on: ["delete"],
      retried: true,
      when: ({ scope, prior }) =>
        scope
          .list("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
          .some(({ outputs }) => outputs.policyArn === prior?.id)
          ? "Cannot delete a policy attached to entities."
          : undefined,
    },
  ],
  id: arn,
  computed: {
    arn: ({ id }) => id,
    attachmentCount: () => 0,
    policyId: ({ digits }) => iamId("ANPA", digits),
  },
};
