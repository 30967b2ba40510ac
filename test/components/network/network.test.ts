import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { beforeEach, describe, expect, it } from "vitest";
import { Network } from "../../../components/network/network";
import { NetworkTier } from "../../../components/network/types";
import { counts, inventory, onDefaultProvider, settled, startMocks, valueOf } from "../../support/harness";
import { keyPolicy, letsLogs } from "../../support/keys";
import { keyArn, made, minimal, ofType, zones } from "./arguments";

const vpc = "aws:ec2/vpc:Vpc";
const subnet = "aws:ec2/subnet:Subnet";
const natGateway = "aws:ec2/natGateway:NatGateway";
const eip = "aws:ec2/eip:Eip";
const route = "aws:ec2/route:Route";
const endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";

describe("Network", () => {
  beforeEach(() => startMocks());

  it("makes three tiers in each zone, a way out, endpoints and flow logs, and closes the rest", async () => {
    expect(await made()).toMatchSnapshot();
    expect(counts()).toMatchSnapshot();
  });

  it("says where its subnets and addresses are, by zone", async () => {
    const network = new Network("dev", minimal);
    await settled();
    expect(await valueOf(network.vpcId)).toMatch(/^vpc-[0-9a-f]{17}$/);
    expect(await valueOf(network.vpcCidr)).toBe("10.10.0.0/16");
    for (const output of [network.publicSubnetIds, network.privateSubnetIds, network.intraSubnetIds]) {
      const ids = await valueOf(output);
      expect(Object.keys(ids)).toEqual(zones);
      expect(Object.values(ids)).toEqual(zones.map(() => expect.stringMatching(/^subnet-[0-9a-f]{17}$/)));
    }
    expect(Object.keys(await valueOf(network.natPublicIps))).toEqual(zones);
    expect(await valueOf(network.flowLogGroupName)).toBe("/vpc/dev/flow-logs");
  });

  it("gives out a private subnet only once its way out is there", async () => {
    const network = new Network("dev", minimal);
    await settled();
    const { allResources } = network.privateSubnetIds as unknown as { allResources(): Promise<Set<pulumi.Resource>> };
    const types = new Set([...(await allResources())].map((resource) => resource.constructor));
    expect(types).toContain(aws.ec2.Route);
    expect(types).toContain(aws.ec2.RouteTableAssociation);
  });

  it("tags subnets as load balancers look for them, and none with a public address by itself", async () => {
    const resources = await made();
    expect(resources[`${subnet}::dev-public-eu-west-1a`]).toMatchObject({
      tags: { Name: "dev-public-eu-west-1a", "kubernetes.io/role/elb": "1" },
    });
    expect(resources[`${subnet}::dev-private-eu-west-1a`]).toMatchObject({
      tags: { "kubernetes.io/role/internal-elb": "1" },
    });
    expect(resources[`${subnet}::dev-intra-eu-west-1a`]).toMatchObject({ tags: { Name: "dev-intra-eu-west-1a" } });
    const open = ofType(resources, subnet).filter((key) => resources[key]?.mapPublicIpOnLaunch !== false);
    expect(open).toEqual([]);
  });

  it("has no route to the internet from the intra tier", async () => {
    const resources = await made();
    expect(ofType(resources, route)).toEqual([
      `${route}::dev-private-eu-west-1a`,
      `${route}::dev-private-eu-west-1b`,
      `${route}::dev-private-eu-west-1c`,
      `${route}::dev-public`,
    ]);
  });
});

describe("optional arguments", () => {
  it("puts interface endpoints into intra subnets, open to HTTPS from the VPC only", async () => {
    const resources = await made({ interfaceEndpoints: ["ecr.api", "sts"] });
    const subnetIds = new Set<unknown>((resources[`${endpoint}::dev-sts`]?.subnetIds as string[]) ?? []);
    expect(subnetIds.size).toBe(3);
    expect(resources[`${endpoint}::dev-ecr.api`]).toMatchObject({
      serviceName: "com.amazonaws.eu-west-1.ecr.api",
      vpcEndpointType: "Interface",
      privateDnsEnabled: true,
      securityGroupIds: [expect.stringMatching(/^sg-/)],
    });
    const rules = ofType(resources, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    expect(rules.map((key) => resources[key])).toEqual([
      expect.objectContaining({ cidrIpv4: "10.10.0.0/16", fromPort: 443, toPort: 443, ipProtocol: "tcp" }),
    ]);
    expect(ofType(resources, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")).toEqual([]);
  });

  it("puts interface endpoints into private subnets where there are no others", async () => {
    const tiers = [NetworkTier.Public, NetworkTier.Private];
    const resources = await made({ tiers, interfaceEndpoints: ["sts"] });
    expect(resources[`${endpoint}::dev-sts`]?.subnetIds).toHaveLength(3);
  });

  it("keeps and encrypts flow logs as asked", async () => {
    const resources = await made({ flowLogRetentionInDays: 365, encryptionKeyArn: keyArn });
    expect(resources["aws:cloudwatch/logGroup:LogGroup::dev-flow-logs"]).toMatchObject({
      retentionInDays: 365,
      kmsKeyId: keyArn,
    });
  });

  it("lets only this account's flow logs write, and only to their own group", async () => {
    const resources = await made();
    const trust = JSON.parse(String(resources["aws:iam/role:Role::dev-flow-logs"]?.assumeRolePolicy));
    expect(trust.Statement[0].Condition).toEqual({
      StringEquals: { "aws:SourceAccount": "111122223333" },
      ArnLike: { "aws:SourceArn": "arn:aws:ec2:eu-west-1:111122223333:vpc-flow-log/*" },
    });
    const policy = JSON.parse(String(resources["aws:iam/rolePolicy:RolePolicy::dev-flow-logs"]?.policy));
    expect(policy.Statement[0].Resource).toEqual([
      "arn:aws:logs:eu-west-1:111122223333:log-group:/vpc/dev/flow-logs",
      "arn:aws:logs:eu-west-1:111122223333:log-group:/vpc/dev/flow-logs:*",
    ]);
  });

  it("leaves the account's metadata defaults alone when told to", async () => {
    const resources = await made({ instanceMetadataDefaults: false });
    expect(ofType(resources, "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults")).toEqual([]);
  });

  it("keeps addresses for eight zones", async () => {
    const resources = await made({ reservedZones: 8 });
    expect(resources[`${subnet}::dev-private-eu-west-1b`]).toMatchObject({ cidrBlock: "10.10.16.0/20" });
  });

  it("tags all that can be tagged", async () => {
    const resources = await made({ tags: { team: "platform" }, interfaceEndpoints: ["sts"] });
    const untagged = Object.entries(resources)
      .filter(([, inputs]) => (inputs.tags as Record<string, string> | undefined)?.team !== "platform")
      .map(([key]) => key.split("::")[0]);
    expect([...new Set(untagged)]).toEqual([
      "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
      route,
      "aws:ec2/routeTableAssociation:RouteTableAssociation",
      "aws:iam/rolePolicy:RolePolicy",
    ]);
  });
});

describe("options", () => {
  it("makes every child by the provider given", async () => {
    await startMocks();
    const provider = new aws.Provider("eu", { region: "eu-west-1" });
    new Network("dev", { ...minimal, interfaceEndpoints: ["sts"] }, { provider });
    await settled();
    expect(onDefaultProvider()).toEqual([]);
  });

  it.each([
    ["vpc", vpc, { enableNetworkAddressUsageMetrics: true }],
    ["subnet", subnet, { assignIpv6AddressOnCreation: true }],
    ["elasticIp", eip, { networkBorderGroup: "eu-west-1" }],
    ["natGateway", natGateway, { privateIp: "10.10.128.10" }],
    ["flowLog", "aws:ec2/flowLog:FlowLog", { maxAggregationInterval: 600 }],
    ["flowLogGroup", "aws:cloudwatch/logGroup:LogGroup", { logGroupClass: "INFREQUENT_ACCESS" }],
    [
      "instanceMetadataDefaults",
      "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
      { httpPutResponseHopLimit: 2 },
    ],
  ])("changes by the override %s every child of that kind, and no other", async (key, type, change) => {
    const plain = await made({ interfaceEndpoints: ["sts"] });
    const resources = await made({ interfaceEndpoints: ["sts"] }, { override: { [key]: change } });
    const expected = Object.fromEntries(
      Object.entries(plain).map(([name, inputs]) => [
        name,
        name.startsWith(`${type}::`) ? { ...inputs, ...change } : inputs,
      ]),
    );
    expect(resources).toEqual(expected);
  });

  it.each([
    ["gatewayEndpoint", ["dev-dynamodb", "dev-s3"]],
    ["interfaceEndpoint", ["dev-sts"]],
  ])("changes by the override %s endpoints of that kind", async (key, names) => {
    const override = { [key]: { policy: "{}" } };
    const resources = await made({ interfaceEndpoints: ["sts"] }, { override });
    const restricted = ofType(resources, endpoint).filter((name) => resources[name]?.policy === "{}");
    expect(restricted).toEqual(names.map((name) => `${endpoint}::${name}`));
  });

  it("makes nothing when an argument is bad", async () => {
    await startMocks();
    expect(() => new Network("dev", { ...minimal, cidr: "10.0.0.0" })).toThrow("cidr: must be an IPv4 range");
    await settled();
    expect(inventory()).toEqual({});
  });
});

describe("a first preview", () => {
  it("plans the same children as the update makes, with a key that does not exist yet", async () => {
    const args = { ...minimal, interfaceEndpoints: ["sts"] };
    const logsKey = () => new aws.kms.Key("logs", { policy: keyPolicy(letsLogs()) });
    await startMocks({ preview: true });
    new Network("dev", { ...args, encryptionKeyArn: logsKey().arn });
    await settled();
    const planned = counts();
    await startMocks();
    new Network("dev", { ...args, encryptionKeyArn: logsKey().arn });
    await settled();
    expect(planned).toEqual(counts());
    expect(planned).toMatchObject({ [subnet]: 9, [natGateway]: 3 });
  });
});
