import { parseArn } from "../../../components/core/arn";
import { text } from "../../values";
import type { Reference, Refusal } from "../model";

const roles = ["aws:iam/role:Role"];
const attach = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html";

/** Roles that only the service changes that they are for. */
const isServiceLinked = (name: string) => name.startsWith("AWSServiceRoleFor");

/** A role by its name. */
export const iamRoleReference: Reference = {
  types: roles,
  applies: (name) => !isServiceLinked(name),
  code: "NoSuchEntity",
  source: attach,
  message: (name) => `The role with name ${name} cannot be found.`,
};

/** A role by its ARN. */
export const iamRoleArnReference: Reference = {
  types: roles,
  by: "arn",
  applies: (value) => value.includes(":role/"),
  code: "InvalidParameterException",
  source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html",
  message: (arn) => `roleArn, ${arn}, does not exist`,
};

/** A managed policy by its ARN. */
export const iamPolicyArnReference: Reference = {
  types: ["aws:iam/policy:Policy"],
  applies: (value) => parseArn(value) !== undefined,
  code: "NoSuchEntity",
  source: attach,
  message: (arn) => `Policy ${arn} does not exist or is not attachable.`,
};

/** A managed policy that bounds what a role may do. */
export const permissionsBoundaryReference: Reference = {
  ...iamPolicyArnReference,
  source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePermissionsBoundary.html",
  message: (arn) => `Scope ARN: ${arn} does not exist or is not attachable.`,
};

/** Refuses to change a role that belongs to a service. */
export const serviceLinkedRole = (source: string): Refusal => ({
  code: "UnmodifiableEntity",
  source,
  reads: ["role"],
  atPreview: true,
  when: ({ inputs }) => {
    const role = text(inputs, "role") ?? "";
    return isServiceLinked(role)
      ? `Cannot perform the operation on the protected role '${role}' - this role is only modifiable by AWS`
      : undefined;
  },
});
