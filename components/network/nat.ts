import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { withOverride } from "../core/override";
import type { NetworkContext } from "./context";
import { NetworkNatMode } from "./types";

interface NatPlan {
  mode: NetworkNatMode;
  /** In the order given, since the first carries the single gateway. */
  zones: string[];
  publicSubnets: Map<string, aws.ec2.Subnet>;
  /** An address works, and a gateway is made, only once the VPC has its internet gateway. */
  internetGateway: aws.ec2.InternetGateway | undefined;
}

export interface Nat {
  /** The gateway that serves a zone; none where there is no NAT. */
  gatewayOf(zone: string): aws.ec2.NatGateway | undefined;
  /** The addresses that traffic leaves from, by zone. */
  publicIps: Record<string, pulumi.Output<string>>;
}

/**
 * The way out of private subnets.
 *
 * A gateway and its address are named by their zone in every zonal mode, so
 * from single to per-zone the first stays, and with it the address that others
 * let in.
 *
 * A NAT gateway costs 0.045 USD an hour in us-east-1, per zone in the regional
 * mode, and as much per GB: cloudburn.io/blog/aws-nat-gateway-pricing, February
 * 2026. For other regions see aws.amazon.com/vpc/pricing.
 */
export function createNat(context: NetworkContext, plan: NatPlan): Nat {
  switch (plan.mode) {
    case NetworkNatMode.None:
      return { gatewayOf: () => undefined, publicIps: {} };
    case NetworkNatMode.Single: {
      const nat = createZonal(context, plan, plan.zones.slice(0, 1));
      const [gateway] = nat.gateways.values();
      return { gatewayOf: () => gateway, publicIps: nat.publicIps };
    }
    case NetworkNatMode.PerZone: {
      const nat = createZonal(context, plan, plan.zones);
      return { gatewayOf: (zone) => nat.gateways.get(zone), publicIps: nat.publicIps };
    }
    case NetworkNatMode.Regional:
      return createRegional(context, plan);
  }
}

interface ZonalNat {
  gateways: Map<string, aws.ec2.NatGateway>;
  publicIps: Record<string, pulumi.Output<string>>;
}

function createZonal(context: NetworkContext, plan: NatPlan, zones: string[]): ZonalNat {
  const { name, child, tags, override } = context;
  const nat: ZonalNat = { gateways: new Map(), publicIps: {} };
  for (const zone of zones) {
    const key = `${name}-nat-${zone}`;
    const address = createAddress(key, context, plan);
    const args = { subnetId: plan.publicSubnets.get(zone)?.id, allocationId: address.id, tags: tags(key) };
    const gateway = new aws.ec2.NatGateway(
      key,
      withOverride<aws.ec2.NatGatewayArgs>(args, override.natGateway),
      after(plan, child),
    );
    nat.gateways.set(zone, gateway);
    nat.publicIps[zone] = address.publicIp;
  }
  return nat;
}

/**
 * One gateway for all zones, with an address of ours in each: AWS would choose addresses by itself, but then nobody
 * knows them beforehand, and a new zone waits up to an hour for its own.
 * Source: docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 *
 * Its addresses are not those of the zonal modes, which are in use until the zonal gateways are gone.
 */
function createRegional(context: NetworkContext, plan: NatPlan): Nat {
  const { name, vpc, child, tags, override } = context;
  const addresses = plan.zones.map((zone) => ({
    zone,
    resource: createAddress(`${name}-nat-regional-${zone}`, context, plan),
  }));
  const args = {
    vpcId: vpc.id,
    availabilityMode: "regional",
    availabilityZoneAddresses: addresses.map(({ zone, resource }) => ({
      availabilityZone: zone,
      allocationIds: [resource.id],
    })),
    tags: tags(`${name}-nat-regional`),
  };
  const gateway = new aws.ec2.NatGateway(
    `${name}-nat-regional`,
    withOverride<aws.ec2.NatGatewayArgs>(args, override.natGateway),
    after(plan, child),
  );
  return {
    gatewayOf: () => gateway,
    publicIps: Object.fromEntries(addresses.map(({ zone, resource }) => [zone, resource.publicIp])),
  };
}

function createAddress(key: string, { child, tags, override }: NetworkContext, plan: NatPlan): aws.ec2.Eip {
  const args = { domain: "vpc", tags: tags(key) };
  return new aws.ec2.Eip(key, withOverride<aws.ec2.EipArgs>(args, override.elasticIp), after(plan, child));
}

function after({ internetGateway }: NatPlan, child: NetworkContext["child"]): pulumi.CustomResourceOptions {
  return { ...child, dependsOn: internetGateway };
}
