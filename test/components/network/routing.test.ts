import { describe, expect, it } from "vitest";
import { NetworkNatMode, NetworkTier } from "../../../components/network/types";
import { made, ofType, zones } from "./arguments";

const subnet = "aws:ec2/subnet:Subnet";
const natGateway = "aws:ec2/natGateway:NatGateway";
const eip = "aws:ec2/eip:Eip";
const route = "aws:ec2/route:Route";
const endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";

describe("NAT", () => {
  it("none: private subnets have no route out", async () => {
    const resources = await made({ natMode: NetworkNatMode.None });
    expect(ofType(resources, natGateway)).toEqual([]);
    expect(ofType(resources, eip)).toEqual([]);
    expect(ofType(resources, route)).toEqual([`${route}::dev-public`]);
  });

  it("single: one gateway, in the first zone given, serves all", async () => {
    const resources = await made({ natMode: NetworkNatMode.Single, zones: ["eu-west-1b", "eu-west-1a"] });
    expect(ofType(resources, natGateway)).toEqual([`${natGateway}::dev-nat-eu-west-1b`]);
    const targets = ["a", "b"].map((letter) => resources[`${route}::dev-private-eu-west-1${letter}`]?.natGatewayId);
    expect(targets).toEqual([expect.stringMatching(/^nat-/), targets[0]]);
  });

  it("per-zone: each zone has its own gateway, in its own public subnet", async () => {
    const resources = await made({ natMode: NetworkNatMode.PerZone });
    const gateways = zones.map((zone) => resources[`${natGateway}::dev-nat-${zone}`]);
    expect(new Set(gateways.map((gateway) => gateway?.subnetId)).size).toBe(3);
    const targets = zones.map((zone) => resources[`${route}::dev-private-${zone}`]?.natGatewayId);
    expect(new Set(targets).size).toBe(3);
  });

  it("regional: one gateway with an address in each zone, without public subnets", async () => {
    const resources = await made({ natMode: NetworkNatMode.Regional, tiers: [NetworkTier.Private] });
    expect(ofType(resources, natGateway)).toEqual([`${natGateway}::dev-nat-regional`]);
    expect(resources[`${natGateway}::dev-nat-regional`]).toMatchObject({
      availabilityMode: "regional",
      vpcId: expect.stringMatching(/^vpc-/),
      availabilityZoneAddresses: zones.map((availabilityZone) => ({
        availabilityZone,
        allocationIds: [expect.stringMatching(/^eipalloc-/)],
      })),
    });
    expect(resources[`${natGateway}::dev-nat-regional`]).not.toHaveProperty("subnetId");
    expect(ofType(resources, "aws:ec2/internetGateway:InternetGateway")).toHaveLength(1);
    expect(ofType(resources, route)).toHaveLength(3);
  });

  it("from single to per-zone, changes nothing of the first gateway", async () => {
    const before = await made({ natMode: NetworkNatMode.Single });
    const after = await made({ natMode: NetworkNatMode.PerZone });
    for (const key of [`${natGateway}::dev-nat-eu-west-1a`, `${eip}::dev-nat-eu-west-1a`]) {
      expect(before[key]).toBeDefined();
      expect(after[key]).toEqual(before[key]);
    }
  });
});

describe("growing", () => {
  /** What stands in both, but differs. */
  const changed = (before: Record<string, unknown>, after: Record<string, unknown>) =>
    Object.keys(before).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));

  it("by a zone keeps everything but the component and its gateway endpoints, which learn of another table", async () => {
    const before = await made({ zones: ["eu-west-1a", "eu-west-1b"] });
    const after = await made({ zones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"] });
    expect(changed(before, after)).toEqual([
      `${endpoint}::dev-dynamodb`,
      `${endpoint}::dev-s3`,
      "foundation:index:Network::dev",
    ]);
  });

  it("by a tier keeps every subnet, route and gateway", async () => {
    const before = await made({ tiers: [NetworkTier.Public, NetworkTier.Private] });
    const after = await made();
    expect(changed(before, after).filter((key) => !key.startsWith(endpoint))).toEqual([
      "foundation:index:Network::dev",
    ]);
  });

  it("needs no internet gateway where nothing reaches the internet", async () => {
    const resources = await made({ tiers: [NetworkTier.Private, NetworkTier.Intra], natMode: NetworkNatMode.None });
    expect(ofType(resources, "aws:ec2/internetGateway:InternetGateway")).toEqual([]);
    expect(ofType(resources, route)).toEqual([]);
    expect(ofType(resources, subnet)).toHaveLength(6);
  });
});
