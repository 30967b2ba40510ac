import { beforeEach, describe, expect, it } from "vitest";
import { accessEntryType, addonType, associationType, policyArn, roleArn } from "../../support/eks";
import { account, change, make, makeCluster, startCloud } from "../../support/models";

beforeEach(startCloud);

describe("EKS", () => {
  it("makes a cluster with what its users read", () => {
    const { outputs } = makeCluster();
    expect(outputs).toMatchObject({
      arn: `arn:aws:eks:eu-west-1:${account}:cluster/dev`,
      endpoint: expect.stringMatching(/^https:\/\/[0-9A-F]{32}\.gr7\.eu-west-1\.eks\.amazonaws\.com$/),
      certificateAuthority: { data: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/) },
      identities: [
        { oidcs: [{ issuer: expect.stringMatching(/^https:\/\/oidc\.eks\.eu-west-1\.amazonaws\.com\/id\//) }] },
      ],
      status: "ACTIVE",
      vpcConfig: { clusterSecurityGroupId: expect.stringMatching(/^sg-0/), vpcId: expect.stringMatching(/^vpc-0/) },
    });
  });

  it("updates a cluster by one minor version", () => {
    expect(change(makeCluster(), { version: "1.35" }).outputs.version).toBe("1.35");
  });

  it("lets entries, policies and add-ons join a cluster", () => {
    makeCluster();
    const principalArn = roleArn("admins");
    expect(make(accessEntryType, { clusterName: "dev", principalArn })).toMatchObject({
      id: `dev:${principalArn}`,
      outputs: { userName: `arn:aws:sts::${account}:assumed-role/admins/{{SessionName}}` },
    });
    const policy = { policyArn: policyArn("AmazonEKSViewPolicy"), accessScope: { type: "cluster" } };
    make(associationType, { clusterName: "dev", principalArn, ...policy });
    expect(make(addonType, { clusterName: "dev", addonName: "coredns" }).outputs.addonVersion).toBe(
      "v1.12.4-eksbuild.29",
    );
  });

  it.each([
    ["EC2_LINUX", "role/nodes", "system:node:{{EC2PrivateDNSName}}"],
    ["FARGATE_LINUX", "role/pods", "system:node:{{SessionName}}"],
    ["STANDARD", "user/ann", `arn:aws:iam::${account}:user/ann`],
    ["STANDARD", "role/team/admins", `arn:aws:sts::${account}:assumed-role/admins/{{SessionName}}`],
  ])("gives an entry of type %s for %s its user name", (type, principal, userName) => {
    makeCluster();
    const entry = make(accessEntryType, {
      clusterName: "dev",
      type,
      principalArn: `arn:aws:iam::${account}:${principal}`,
    });
    expect(entry.outputs.userName).toBe(userName);
  });
});
