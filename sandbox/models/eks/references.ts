import { iamRoleArnReference } from "../iam/references";
import type { Reference } from "../model";

const createCluster = "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html";

/** A cluster by its name. */
export const clusterReference: Reference = {
  types: ["aws:eks/cluster:Cluster"],
  code: "ResourceNotFoundException",
  source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_DescribeCluster.html",
  message: (name) => `No cluster found for name: ${name}.`,
};

/** EKS names the subnet that it cannot find in its own way. */
export const eksSubnetReference: Reference = {
  types: ["aws:ec2/subnet:Subnet"],
  code: "InvalidParameterException",
  source: createCluster,
  message: (id) => `The subnet ID '${id}' does not exist`,
};

export const eksSecurityGroupReference: Reference = {
  types: ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"],
  code: "InvalidParameterException",
  source: createCluster,
  message: (id) => `The security group '${id}' does not exist`,
};

/**
 * A role that EKS may not see yet, by its ARN: the requests that the real provider repeats on "does not exist"
 * (terraform-provider-aws, internal/service/eks/cluster.go and addon.go).
 */
export const eksRoleReference: Reference = { ...iamRoleArnReference, retried: true };

/** The role of an association, likewise (pod_identity_association.go). */
export const podIdentityRoleReference: Reference = {
  ...eksRoleReference,
  source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreatePodIdentityAssociation.html",
  message: () => "Role provided in the request does not exist.",
};
