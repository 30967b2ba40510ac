import type { Reference } from "../model";

const roles = ["aws:iam/role:Role"];

/** A role by its name. */
export const iamRoleReference: Reference = {
  types: roles,
  code: "NoSuchEntity",
  source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html",
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

export const iamPolicyArnReference: Reference = {
  types: ["aws:iam/policy:Policy"],
  code: "NoSuchEntity",
  source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html",
  message: (arn) => `Policy ${arn} does not exist or is not attachable.`,
};
