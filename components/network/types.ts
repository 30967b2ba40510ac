import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Override } from "../core/override";

/** A kind of subnet: what it reaches, and what reaches it. */
export enum NetworkTier {
  /** Reached from the internet: load balancers and NAT gateways. */
  Public = "public",
  /** Reaches the internet through NAT, if at all: nodes and pods. */
  Private = "private",
  /** Reaches the VPC and its endpoints only: network interfaces of the EKS control plane and of endpoints. */
  Intra = "intra",
}

/** How private subnets reach the internet. */
export enum NetworkNatMode {
  /** Not at all: only the VPC's endpoints. */
  None = "none",
  /** By one NAT gateway, in the first of the zones. When that zone fails, no private subnet has a way out. */
  Single = "single",
  /** By a NAT gateway in each zone. A zone that fails takes no other with it, and no traffic pays to cross zones. */
  PerZone = "per-zone",
  /** By one regional NAT gateway that AWS spreads over the zones, with an address of ours in each. */
  Regional = "regional",
}

export interface NetworkArgs {
  /**
   * IPv4 range of the VPC, /16 to /24. A change replaces everything.
   *
   * Half of it is for private subnets; a sixteenth each for public and intra
   * ones, a quarter each where the VPC is too small for that. The rest is kept
   * for tiers to come.
   */
  cidr: string;
  /**
   * Availability zones, 2 to 8 of one region, e.g. eu-west-1a.
   *
   * A zone can be added at any time: no subnet that exists moves. Add it at
   * the end, since the first carries the single NAT gateway.
   */
  zones: string[];
  /** Kinds of subnets, each in every zone. One can be added at any time. Default: public, private and intra. */
  tiers?: NetworkTier[];
  /**
   * Number of zones that addresses are kept for, 4 (a to d) or 8 (a to h). Default: 4.
   *
   * A change moves every subnet, so choose 8 at the start where the region has
   * a zone e, such as us-east-1.
   */
  reservedZones?: number;
  /**
   * How private subnets reach the internet. Default: by a NAT gateway in each zone.
   *
   * Each zone of each gateway costs by the hour and by the GB, about 33 USD a
   * month in us-east-1 before traffic; for other regions see aws.amazon.com/vpc/pricing.
   */
  natMode?: NetworkNatMode;
  /**
   * AWS services to reach without leaving the VPC, by the last part of their endpoint's name, e.g. ecr.api.
   *
   * Each costs by the hour for each zone, and by the GB
   * (see aws.amazon.com/privatelink/pricing). S3 and DynamoDB have an endpoint
   * anyway, for nothing. Default: none.
   */
  interfaceEndpoints?: string[];
  /** Days to keep flow logs, one of the periods CloudWatch Logs offers. Default: 90. */
  flowLogRetentionInDays?: number;
  /**
   * ARN of the KMS key that encrypts flow logs. Its policy must let CloudWatch Logs use it.
   *
   * Default: CloudWatch Logs encrypts with a key of its own.
   */
  encryptionKeyArn?: pulumi.Input<string>;
  /**
   * Whether new instances of the account, in the whole region, need session tokens for the metadata service (IMDSv2)
   * and keep it from containers, unless they say otherwise.
   *
   * An account has this setting once per region: of several networks in one
   * region, all but one leave it alone. Default: true.
   */
  instanceMetadataDefaults?: boolean;
  /** Tags of every resource made, over the provider's default tags. Default: none of its own. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

export interface NetworkOptions extends pulumi.ComponentResourceOptions {
  /** Last-resort changes to child resources. TypeScript only; other languages use `transforms`. */
  override?: NetworkOverride;
}

/** Of children that there are several of, the change is made to each. */
export interface NetworkOverride {
  vpc?: Override<aws.ec2.VpcArgs>;
  subnet?: Override<aws.ec2.SubnetArgs>;
  elasticIp?: Override<aws.ec2.EipArgs>;
  natGateway?: Override<aws.ec2.NatGatewayArgs>;
  gatewayEndpoint?: Override<aws.ec2.VpcEndpointArgs>;
  interfaceEndpoint?: Override<aws.ec2.VpcEndpointArgs>;
  flowLog?: Override<aws.ec2.FlowLogArgs>;
  flowLogGroup?: Override<aws.cloudwatch.LogGroupArgs>;
  instanceMetadataDefaults?: Override<aws.ec2.InstanceMetadataDefaultsArgs>;
}
