import type { Reference } from "../model";

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
  source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html",
  message: (id) => `The subnet ID '${id}' does not exist`,
};

export const eksSecurityGroupReference: Reference = {
  types: ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"],
  code: "InvalidParameterException",
  source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html",
  message: (id) => `The security group '${id}' does not exist`,
};
