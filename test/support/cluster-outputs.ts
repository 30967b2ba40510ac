/** What the component of the eks plugin gives back, as far as a cluster reads it. */
export function clusterOutputs(type: string, name: string): Record<string, unknown> {
  if (type === "aws:ec2/launchTemplate:LaunchTemplate") return { latestVersion: 1 };
  if (type !== "eks:index:Cluster") return {};
  return {
    eksCluster: {
      name,
      arn: `arn:aws:eks:eu-west-1:111122223333:cluster/${name}`,
      endpoint: "https://0A1B2C3D.gr7.eu-west-1.eks.amazonaws.com",
      certificateAuthority: { data: "Q0VSVElGSUNBVEU=" },
      vpcConfig: { clusterSecurityGroupId: "sg-0a1b2c3d4e5f60718" },
      identities: [{ oidcs: [{ issuer: "https://oidc.eks.eu-west-1.amazonaws.com/id/0A1B2C3D" }] }],
    },
  };
}
