import { type Cidr, contains, parseCidr } from "../../../components/core/cidr";
import type { CloudResource } from "../../cloud/resource";
import type { Scope } from "../../cloud/scope";
import { text } from "../../values";
import { type Ipv6Cidr, parseIpv6Cidr } from "./ipv6";

const vpcType = "aws:ec2/vpc:Vpc";
export const vpcBlockType = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";
const ipv6BlockType = "aws:ec2/vpcIpv6CidrBlockAssociation:VpcIpv6CidrBlockAssociation";

/** Blocks of resources, each read once: a VPC's subnets are looked through for every new one. */
const blocks = new WeakMap<CloudResource, { ipv4: Cidr | undefined; ipv6: Ipv6Cidr | undefined }>();

/** A resource's blocks of addresses: its properties `cidrBlock` and `ipv6CidrBlock`. */
export function blocksOf(resource: CloudResource): { ipv4: Cidr | undefined; ipv6: Ipv6Cidr | undefined } {
  let known = blocks.get(resource);
  if (known === undefined) {
    const { outputs } = resource;
    known = {
      ipv4: parseCidr(text(outputs, "cidrBlock") ?? ""),
      ipv6: parseIpv6Cidr(text(outputs, "ipv6CidrBlock") ?? ""),
    };
    blocks.set(resource, known);
  }
  return known;
}

/** A VPC and what further blocks are associated with it; nothing of a VPC that is not known. */
function holdersOf(scope: Scope, vpcId: string): CloudResource[] {
  const vpc = scope.find(vpcType, vpcId);
  if (vpc === undefined) return [];
  return [vpc, ...[vpcBlockType, ipv6BlockType].flatMap((type) => scope.having(type, "vpcId", vpcId))];
}

/** A VPC's IPv4 blocks, the first one being that which it was made with. */
export const vpcBlocks = (scope: Scope, vpcId: string): Cidr[] =>
  holdersOf(scope, vpcId).flatMap((holder) => blocksOf(holder).ipv4 ?? []);

export const vpcIpv6Blocks = (scope: Scope, vpcId: string): Ipv6Cidr[] =>
  holdersOf(scope, vpcId).flatMap((holder) => blocksOf(holder).ipv6 ?? []);

/** Whether every address of a range is in some of the ranges. */
export const isWithin = (ranges: readonly string[], block: Cidr): boolean =>
  ranges.some((range) => {
    const outer = parseCidr(range);
    return outer !== undefined && contains(outer, block);
  });
