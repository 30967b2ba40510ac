import { blockOf, type Cidr, formatCidr, parseCidr } from "../core/cidr";
import { NetworkTier } from "./types";

/** What the ranges of subnets are worked out from. */
export interface SubnetPlanInput {
  cidr: string;
  zones: readonly string[];
  tiers: readonly NetworkTier[];
  reservedZones: number;
}

/** A subnet before it exists. Tier and zone are its key. */
export interface PlannedSubnet {
  tier: NetworkTier;
  zone: string;
  cidr: string;
}

/** AWS takes subnets of /16 to /28: docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
export const smallestSubnet = 28;

/** A tier's share of the VPC: block number `index` of those that `bits` more bits of prefix make. */
interface Share {
  bits: number;
  index: number;
}

/**
 * Pods take their addresses from the private tier, so it has half. What is left over waits for further tiers, whose
 * shares then change no other.
 */
const shares: Record<NetworkTier, Share> = {
  [NetworkTier.Private]: { bits: 1, index: 0 },
  [NetworkTier.Public]: { bits: 4, index: 8 },
  [NetworkTier.Intra]: { bits: 4, index: 9 },
};

/** Where a sixteenth is too small to hold a /28 for each zone, nothing is left over. */
const sharesOfSmall: Record<NetworkTier, Share> = {
  [NetworkTier.Private]: { bits: 1, index: 0 },
  [NetworkTier.Public]: { bits: 2, index: 2 },
  [NetworkTier.Intra]: { bits: 2, index: 3 },
};

/**
 * The range of each subnet, by tier and then by zone.
 *
 * A subnet's range depends on nothing but the VPC's range, the number of zones
 * that addresses are kept for, its tier and the letter of its zone: each tier
 * has a fixed share of the VPC, and each zone, by its letter, a fixed part of
 * each share. So no subnet moves when a zone or a tier comes or goes. Of a
 * /16 with four zones, private subnets get a /19 each and the others a /22.
 * AWS keeps five addresses of each for itself.
 *
 * @throws RangeError for what `networkSchema` refuses: a zone without a part, a VPC that is too small.
 */
export function planSubnets({ cidr, zones, tiers, reservedZones }: SubnetPlanInput): PlannedSubnet[] {
  const vpc = parseCidr(cidr);
  if (vpc === undefined) throw new RangeError(`${cidr} is not an IPv4 range`);
  const zoneBits = Math.log2(reservedZones);
  return tiers.flatMap((tier) => {
    const share = shareOf(vpc, tier, zoneBits);
    return zones.map((zone) => ({ tier, zone, cidr: formatCidr(blockOf(share, zoneBits, zoneNumber(zone))) }));
  });
}

/** Number of a zone by its letter, from 0 for a. */
export function zoneNumber(zone: string): number {
  return zone.charCodeAt(zone.length - 1) - "a".charCodeAt(0);
}

/** The longest prefix of a VPC whose shares still hold a subnet for each zone. */
export function smallestVpc(reservedZones: number): number {
  return smallestSubnet - Math.log2(reservedZones) - sharesOfSmall[NetworkTier.Public].bits;
}

function shareOf(vpc: Cidr, tier: NetworkTier, zoneBits: number): Cidr {
  const fits = vpc.prefix + shares[NetworkTier.Public].bits + zoneBits <= smallestSubnet;
  const { bits, index } = (fits ? shares : sharesOfSmall)[tier];
  return blockOf(vpc, bits, index);
}
