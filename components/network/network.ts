import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { once } from "../core/once";
import { withOverride } from "../core/override";
import { mergeTags } from "../core/tags";
import type { NetworkContext } from "./context";
import { closeDefaults, setInstanceMetadataDefaults } from "./defaults";
import { createGatewayEndpoints, createInterfaceEndpoints } from "./endpoints";
import { createFlowLogs } from "./flow-logs";
import { createNat } from "./nat";
import { regionOf } from "./plain-schema";
import { createRouting, type Routing } from "./routing";
import { networkSchema } from "./schema";
import { planSubnets } from "./subnet-plan";
import { createSubnets, type NetworkSubnet, subnetsOf } from "./subnets";
import { type NetworkArgs, NetworkNatMode, type NetworkOptions, NetworkTier } from "./types";

/**
 * A VPC with public, private and intra subnets in each zone, a way out, endpoints and flow logs.
 *
 * Subnets are keyed by tier and zone, and keep their range when a zone or a
 * tier is added. What AWS opens by default is closed: the default security
 * group and route table are empty, no subnet gives out public addresses, and
 * instances need session tokens for their metadata. The name of the component,
 * 1 to 32 characters, is the VPC's name.
 */
export class Network extends pulumi.ComponentResource {
  /** ID of the VPC. */
  readonly vpcId: pulumi.Output<string>;
  /** IPv4 range of the VPC. */
  readonly vpcCidr: pulumi.Output<string>;
  /** IDs of the public subnets by zone, each known once it routes to the internet. */
  readonly publicSubnetIds: pulumi.Output<Record<string, string>>;
  /** IDs of the private subnets by zone, each known once its way out is there. */
  readonly privateSubnetIds: pulumi.Output<Record<string, string>>;
  /** IDs of the intra subnets by zone. */
  readonly intraSubnetIds: pulumi.Output<Record<string, string>>;
  /** Addresses from which traffic of private subnets leaves, by the zone of the NAT gateway. */
  readonly natPublicIps: pulumi.Output<Record<string, string>>;
  /** Name of the log group of the flow logs. */
  readonly flowLogGroupName: pulumi.Output<string>;

  /** @throws ArgsError naming every argument that is out of range. */
  constructor(name: string, args: NetworkArgs, opts: NetworkOptions = {}) {
    const { cidr, zones, tiers, natMode, ...plan } = networkSchema.parse(name, args);
    const { override = {}, ...resourceOpts } = opts;
    super("foundation:index:Network", name, args, resourceOpts);

    const child = { parent: this };
    const tags: NetworkContext["tags"] = (childName, own) => mergeTags(plan.tags, { Name: childName, ...own });
    // Instances find endpoints, and nodes the cluster, by names that need both DNS settings.
    const vpcArgs = { cidrBlock: cidr, enableDnsSupport: true, enableDnsHostnames: true, tags: tags(name) };
    const vpc = new aws.ec2.Vpc(name, withOverride<aws.ec2.VpcArgs>(vpcArgs, override.vpc), child);
    const context = { name, region: regionOf(zones), vpc, child, tags, override };
    closeDefaults(context);
    if (plan.instanceMetadataDefaults) setInstanceMetadataDefaults(context);

    const subnets = createSubnets(context, planSubnets({ cidr, zones, tiers, reservedZones: plan.reservedZones }));
    const isConnected = tiers.includes(NetworkTier.Public) || natMode !== NetworkNatMode.None;
    const internetGateway = isConnected
      ? new aws.ec2.InternetGateway(name, { vpcId: vpc.id, tags: tags(name) }, child)
      : undefined;
    const publicSubnets = subnetsOf(subnets, NetworkTier.Public);
    const nat = createNat(context, { mode: natMode, zones, publicSubnets, internetGateway });
    const routing = createRouting(context, { subnets, internetGateway, nat });

    createGatewayEndpoints(context, routing.tables);
    const endpointTier = tiers.includes(NetworkTier.Intra) ? NetworkTier.Intra : NetworkTier.Private;
    const subnetIds = [...subnetsOf(subnets, endpointTier).values()].map(({ id }) => id);
    createInterfaceEndpoints(context, { services: plan.interfaceEndpoints, subnetIds, vpcCidr: cidr });
    const { encryptionKeyArn, flowLogRetentionInDays: retentionInDays } = plan;
    const flowLogGroup = createFlowLogs(context, { retentionInDays, encryptionKeyArn });

    this.vpcId = vpc.id;
    this.vpcCidr = vpc.cidrBlock;
    this.publicSubnetIds = idsByZone(subnets, NetworkTier.Public, routing);
    this.privateSubnetIds = idsByZone(subnets, NetworkTier.Private, routing);
    this.intraSubnetIds = idsByZone(subnets, NetworkTier.Intra, routing);
    this.natPublicIps = pulumi.output(nat.publicIps);
    this.flowLogGroupName = flowLogGroup.name;
    this.registerOutputs({
      vpcId: this.vpcId,
      vpcCidr: this.vpcCidr,
      publicSubnetIds: this.publicSubnetIds,
      privateSubnetIds: this.privateSubnetIds,
      intraSubnetIds: this.intraSubnetIds,
      natPublicIps: this.natPublicIps,
      flowLogGroupName: this.flowLogGroupName,
    });
  }
}

function idsByZone(
  subnets: NetworkSubnet[],
  tier: NetworkTier,
  { readyOf }: Routing,
): pulumi.Output<Record<string, string>> {
  const ofTier = subnets.filter((subnet) => subnet.tier === tier);
  const ids = ofTier.map((subnet) => [subnet.zone, once(readyOf(subnet), subnet.resource.id)] as const);
  return pulumi.output(Object.fromEntries(ids));
}
