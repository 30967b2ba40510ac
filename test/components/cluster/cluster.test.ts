import * as pulumi from "@pulumi/pulumi";
import { beforeEach, describe, expect, it } from "vitest";
import { Cluster } from "../../../components/cluster/cluster";
import { ClusterAccessPolicy, ClusterNodeAmiFamily, ClusterNodeCapacityType } from "../../../components/cluster/types";
import { clusterOutputs } from "../../support/cluster-outputs";
import * as harness from "../../support/harness";
import { counts, inventory, settled } from "../../support/harness";
import { acceptTransforms } from "../../support/transforms";
import { general, minimal, withNodes } from "./arguments";

async function startMocks(preview = false): Promise<pulumi.ResourceTransform[]> {
  await harness.startMocks({ preview, outputs: clusterOutputs });
  return acceptTransforms();
}

const made = async (key: string) => {
  await settled();
  return inventory()[key];
};

describe("Cluster", () => {
  let transforms: pulumi.ResourceTransform[];

  beforeEach(async () => {
    transforms = await startMocks();
  });

  it("takes away the administrator that EKS would make of whoever creates the cluster", async () => {
    new Cluster("dev", minimal);
    await settled();
    const change = (type: string) =>
      transforms.map((transform) =>
        transform({ type, name: "dev-eksCluster", custom: true, props: { name: "dev" }, opts: {} }),
      );
    expect(change("aws:eks/cluster:Cluster")).toEqual([
      {
        props: {
          name: "dev",
          accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
        },
        opts: {},
      },
    ]);
    expect(change("aws:iam/role:Role")).toEqual([undefined]);
  });

  it("is private, encrypted, logged and run by Auto Mode by default", async () => {
    new Cluster("dev", minimal);
    await settled();
    expect(inventory()).toMatchSnapshot();
  });

  it("gives managed node groups a network before and DNS after the nodes", async () => {
    new Cluster("dev", withNodes);
    await settled();
    expect(inventory()).toMatchSnapshot();
  });

  it("opens the API to the ranges given, and keeps the private endpoint", async () => {
    new Cluster("dev", { ...minimal, publicAccessCidrs: ["203.0.113.0/24"] });
    expect(await made("eks:index:Cluster::dev")).toMatchObject({
      endpointPrivateAccess: true,
      endpointPublicAccess: true,
      publicAccessCidrs: ["203.0.113.0/24"],
    });
  });

  it("takes another version, retention and no deletion protection", async () => {
    new Cluster("dev", { ...minimal, version: "1.35", logRetentionInDays: 365, deletionProtection: false });
    expect(await made("eks:index:Cluster::dev")).toMatchObject({ version: "1.35", deletionProtection: false });
    expect(await made("aws:cloudwatch/logGroup:LogGroup::dev")).toMatchObject({ retentionInDays: 365 });
  });

  it("runs Auto Mode's nodes in the node subnets, and keeps the control plane of node groups in its own", async () => {
    const nodeSubnetIds = ["subnet-0a1b2c3d4e5f60003", "subnet-0a1b2c3d4e5f60004"];
    new Cluster("dev", { ...minimal, nodeSubnetIds });
    new Cluster("prod", { ...withNodes, nodeSubnetIds });
    expect(await made("eks:index:Cluster::dev")).toMatchObject({ subnetIds: nodeSubnetIds });
    expect(await made("eks:index:Cluster::prod")).toMatchObject({ subnetIds: minimal.subnetIds });
    expect(await made("aws:eks/nodeGroup:NodeGroup::prod-general")).toMatchObject({ subnetIds: nodeSubnetIds });
  });

  it("limits an access entry to namespaces, in the partition of the account", async () => {
    const principalArn = "arn:aws-us-gov:iam::111122223333:role/team-a";
    const accessEntries = {
      deployer: {
        principalArn: "arn:aws-us-gov:iam::111122223333:role/d",
        accessPolicy: ClusterAccessPolicy.ClusterAdmin,
      },
      "team-a": { principalArn, accessPolicy: ClusterAccessPolicy.Edit, namespaces: ["team-a"] },
    };
    new Cluster("dev", { ...minimal, accessEntries });
    expect(await made("aws:eks/accessPolicyAssociation:AccessPolicyAssociation::dev-team-a")).toMatchObject({
      principalArn,
      policyArn: "arn:aws-us-gov:eks::aws:cluster-access-policy/AmazonEKSEditPolicy",
      accessScope: { type: "namespace", namespaces: ["team-a"] },
    });
  });

  it("leaves an entry with Kubernetes groups to role bindings", async () => {
    const auditors = { principalArn: "arn:aws:iam::111122223333:role/audit", kubernetesGroups: ["auditors"] };
    new Cluster("dev", { ...minimal, accessEntries: { ...minimal.accessEntries, auditors } });
    expect(await made("aws:eks/accessEntry:AccessEntry::dev-auditors")).toMatchObject(auditors);
    expect(counts()["aws:eks/accessPolicyAssociation:AccessPolicyAssociation"]).toBe(1);
  });

  it("shapes a node group as asked", async () => {
    const spot = {
      ...general,
      instanceTypes: ["m7i.large", "m6i.large"],
      desiredSize: 3,
      capacityType: ClusterNodeCapacityType.Spot,
      amiFamily: ClusterNodeAmiFamily.Bottlerocket,
      diskSizeGiB: 100,
      labels: { pool: "spot" },
      maxUnavailablePercentage: 50,
    };
    new Cluster("dev", { ...withNodes, nodeGroups: { spot } });
    expect(await made("aws:eks/nodeGroup:NodeGroup::dev-spot")).toMatchObject({
      amiType: "BOTTLEROCKET_x86_64",
      capacityType: "SPOT",
      instanceTypes: spot.instanceTypes,
      labels: spot.labels,
      scalingConfig: { minSize: 2, desiredSize: 3, maxSize: 6 },
      updateConfig: { maxUnavailablePercentage: 50 },
    });
    expect(await made("aws:ec2/launchTemplate:LaunchTemplate::dev-spot")).toMatchObject({
      blockDeviceMappings: [{ deviceName: "/dev/xvdb", ebs: { volumeSize: 100, encrypted: "true" } }],
    });
  });

  it("keeps the other node groups when one is added before them", async () => {
    new Cluster("dev", { ...withNodes, nodeGroups: { batch: general, general } });
    await settled();
    expect(Object.keys(inventory()).filter((key) => key.includes("nodeGroup"))).toEqual([
      "aws:eks/nodeGroup:NodeGroup::dev-batch",
      "aws:eks/nodeGroup:NodeGroup::dev-general",
    ]);
  });

  it("applies an override to the children it names, and to no other", async () => {
    new Cluster("dev", withNodes, {
      override: {
        cluster: { kubernetesServiceIpAddressRange: "172.20.0.0/16" },
        logGroup: { logGroupClass: "INFREQUENT_ACCESS" },
        accessEntry: { userName: "deployer" },
        addon: { preserve: true },
        nodeGroup: (args) => ({ ...args, nodeRepairConfig: { enabled: true } }),
        launchTemplate: { ebsOptimized: "true" },
      },
    });
    expect(await made("eks:index:Cluster::dev")).toMatchObject({ kubernetesServiceIpAddressRange: "172.20.0.0/16" });
    expect(await made("aws:cloudwatch/logGroup:LogGroup::dev")).toMatchObject({ logGroupClass: "INFREQUENT_ACCESS" });
    expect(await made("aws:eks/accessEntry:AccessEntry::dev-deployer")).toMatchObject({ userName: "deployer" });
    expect(await made("aws:eks/addon:Addon::dev-coredns")).toMatchObject({ preserve: true });
    expect(await made("aws:eks/nodeGroup:NodeGroup::dev-general")).toMatchObject({
      nodeRepairConfig: { enabled: true },
    });
    expect(await made("aws:ec2/launchTemplate:LaunchTemplate::dev-general")).toMatchObject({ ebsOptimized: "true" });
    expect(await made("aws:iam/role:Role::dev-node")).not.toHaveProperty("preserve");
  });

  it("tags what it makes", async () => {
    new Cluster("dev", { ...withNodes, tags: { team: "platform" } });
    await settled();
    const untagged = Object.entries(inventory()).filter(
      ([key, { tags }]) =>
        !/Attachment|Association|^foundation:/.test(key) && (tags as { team?: string })?.team !== "platform",
    );
    expect(untagged).toEqual([]);
  });

  it("tells how to reach it", async () => {
    const cluster = new Cluster("dev", minimal);
    expect(await harness.valueOf(cluster.clusterName)).toBe("dev");
    expect(await harness.valueOf(cluster.endpoint)).toMatch(/^https:\/\//);
    expect(await harness.valueOf(cluster.oidcIssuer)).toMatch(/^https:\/\//);
    expect(await harness.valueOf(cluster.logGroupName)).toBe("/aws/eks/dev/cluster");
    await settled();
  });

  it.each(["", "-dev", "dev cluster", "a".repeat(33)])("fails on the name %j before making anything", async (name) => {
    expect(() => new Cluster(name, minimal)).toThrow("name: must be 1 to 32 letters");
    await settled();
    expect(inventory()).toEqual({});
  });

  it("makes nothing when an argument is bad", async () => {
    expect(() => new Cluster("dev", { ...minimal, vpcId: "main" })).toThrow("vpcId: must be a VPC ID");
    await settled();
    expect(inventory()).toEqual({});
  });
});

describe("a preview before the network exists", () => {
  it("plans every child", async () => {
    await startMocks(true);
    const unknown = pulumi.unknown as unknown as string;
    const later = pulumi.output(unknown);
    new Cluster("dev", { ...withNodes, vpcId: later, subnetIds: [later, later], encryptionKeyArn: later });
    await settled();
    const planned = counts();
    await startMocks();
    new Cluster("dev", withNodes);
    await settled();
    expect(planned).toEqual(counts());
  });
});
