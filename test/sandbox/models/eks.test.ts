import { beforeEach, describe, expect, it } from "vitest";
import { type Properties, unknown } from "../../../sandbox/values";
import {
  account,
  change,
  clusterType,
  drop,
  make,
  makeCluster,
  makeRole,
  makeSubnet,
  makeVpc,
  preview,
  refusal,
  scope,
  startCloud,
  subnetType,
} from "../../support/models";

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

  it("refuses a version that EKS has not, one step too many and a step back", () => {
    expect(refusal(() => makeCluster({ version: "1.20" }))).toBe("InvalidParameterException");
    startCloud();
    const cluster = makeCluster();
    expect(refusal(() => change(cluster, { version: "1.36" }))).toBe("InvalidParameterException");
    expect(refusal(() => change(cluster, { version: "1.33" }))).toBe("InvalidParameterException");
    expect(change(cluster, { version: "1.35" }).outputs.version).toBe("1.35");
  });

  it("refuses a name that is taken, a role that is not there and an endpoint that nobody reaches", () => {
    const { inputs } = makeCluster();
    expect(refusal(() => make(clusterType, inputs))).toBe("ResourceInUseException");
    const roleArn = `arn:aws:iam::${account}:role/none`;
    expect(refusal(() => make(clusterType, { ...inputs, name: "other", roleArn }))).toBe("InvalidParameterException");
    const closed = { ...(inputs.vpcConfig as Properties), endpointPublicAccess: false };
    expect(refusal(() => preview(clusterType, { ...inputs, name: "other", vpcConfig: closed }))).toBe(
      "InvalidParameterException",
    );
  });

  it("refuses subnets in one zone only", () => {
    const vpc = makeVpc();
    const subnetIds = ["10.0.0.0/24", "10.0.1.0/24"].map((cidr) => makeSubnet(vpc.id, cidr).id);
    const roleArn = makeRole("eks").outputs.arn ?? "";
    expect(refusal(() => make(clusterType, { name: "dev", roleArn, vpcConfig: { subnetIds } }))).toBe(
      "InvalidParameterException",
    );
  });

  it("keeps a cluster that is protected or has node groups", () => {
    const cluster = makeCluster({ deletionProtection: true });
    expect(refusal(() => drop(cluster))).toBe("InvalidRequestException");
    const open = change(cluster, { deletionProtection: false });
    const nodeGroup = make("aws:eks/nodeGroup:NodeGroup", {
      clusterName: "dev",
      nodeGroupName: "system",
      nodeRoleArn: cluster.inputs.roleArn ?? "",
      subnetIds: ["subnet"].flatMap(() => scope.list(subnetType).map(({ id }) => id)),
      scalingConfig: { minSize: 1, desiredSize: 2, maxSize: 3 },
    });
    expect(refusal(() => drop(open))).toBe("ResourceInUseException");
    drop(nodeGroup);
    drop(open);
  });

  it("refuses node groups whose sizes contradict each other", () => {
    const scalingConfig = { minSize: 3, desiredSize: 2, maxSize: 5 };
    const inputs = { clusterName: unknown, nodeRoleArn: unknown, subnetIds: unknown, scalingConfig };
    expect(refusal(() => preview("aws:eks/nodeGroup:NodeGroup", inputs))).toBe("InvalidParameterException");
  });

  it("has an entry of the creator by itself, if told to, and no second one", () => {
    const accessConfig = { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: true };
    makeCluster({ accessConfig });
    const entry = (role: string) => () =>
      make("aws:eks/accessEntry:AccessEntry", {
        clusterName: "dev",
        principalArn: `arn:aws:iam::${account}:role/${role}`,
      });
    expect(refusal(entry("foundation-deploy"))).toBe("ResourceInUseException");
    expect(entry("admins")().id).toBe(`dev:arn:aws:iam::${account}:role/admins`);
  });

  it("refuses entries, add-ons and policies of what is not there", () => {
    makeCluster();
    const principalArn = `arn:aws:iam::${account}:role/admins`;
    const policyArn = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy";
    const association = { clusterName: "dev", principalArn, policyArn, accessScope: { type: "cluster" } };
    const associationType = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
    expect(refusal(() => make(associationType, association))).toBe("ResourceNotFoundException");
    expect(refusal(() => make("aws:eks/addon:Addon", { clusterName: "none", addonName: "coredns" }))).toBe(
      "ResourceNotFoundException",
    );
    make("aws:eks/accessEntry:AccessEntry", { clusterName: "dev", principalArn });
    make(associationType, association);
    make("aws:eks/addon:Addon", { clusterName: "dev", addonName: "coredns" });
    expect(refusal(() => make("aws:eks/addon:Addon", { clusterName: "dev", addonName: "coredns" }))).toBe(
      "ResourceInUseException",
    );
  });
});
