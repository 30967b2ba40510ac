import { ClusterAccessPolicy, type ClusterArgs, ClusterCompute } from "../../../components/cluster/types";

export const deployer = {
  principalArn: "arn:aws:iam::111122223333:role/foundation-deploy",
  accessPolicy: ClusterAccessPolicy.ClusterAdmin,
};

/** The least that a cluster needs. */
export const minimal: ClusterArgs = {
  vpcId: "vpc-0a1b2c3d4e5f60718",
  subnetIds: ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"],
  encryptionKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/11112222-3333-4444-5555-666677778888",
  accessEntries: { deployer },
};

export const general = { instanceTypes: ["m7g.large"], minSize: 2, maxSize: 6 };

/** The least that a cluster with node groups needs. */
export const withNodes: ClusterArgs = {
  ...minimal,
  compute: ClusterCompute.ManagedNodeGroups,
  nodeGroups: { general },
};
