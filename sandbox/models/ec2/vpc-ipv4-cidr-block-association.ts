import { type Cidr, contains, overlaps, parseCidr } from "../../../components/core/cidr";
import { countQuota } from "../../quotas/quota";
import { vpcQuotas } from "../../quotas/vpc";
import { text } from "../../values";
import { ec2Id } from "../ids";
import type { Model, Refusal, Request } from "../model";
import { cidrRefusals, reservedRange } from "./cidr-range";
import { action, badParameter, errorCodes, givenOf } from "./parameters";
import { vpcReference } from "./references";
import { blocksOf, isWithin, vpcBlocks, vpcBlockType } from "./vpc-blocks";

const associate = action("AssociateVpcCidrBlock");
const restrictions = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html";

const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];
const benchmarkRange = "198.19.0.0/16";
const sharedRange = "100.64.0.0/10";

const blockOf = ({ inputs }: Request) => parseCidr(text(inputs, "cidrBlock") ?? "");
const vpcIdOf = ({ inputs }: Request) => text(inputs, "vpcId") ?? "";

/** Whether a VPC with those blocks, the first one its own, cannot have a further one: the page's table. */
function isRestricted([primary, ...more]: Cidr[], block: Cidr): boolean {
  if (primary === undefined || isWithin([sharedRange], block)) return false;
  const home = privateRanges.find((range) => isWithin([range], primary));
  const others = privateRanges.filter((range) => range !== home);
  if (isWithin(others, block)) return true;
  if (isWithin([benchmarkRange], block)) return home !== undefined || !isWithin([benchmarkRange], primary);
  if (home === "172.16.0.0/12") return isWithin(["172.31.0.0/16"], block);
  const isLow = [primary, ...more].some((one) => isWithin(["10.0.0.0/15"], one));
  return home === "10.0.0.0/8" && isLow && isWithin(["10.0.0.0/16"], block);
}

const refusals: Refusal[] = [
  badParameter("MissingParameter", associate, ["cidrBlock", "ipv4IpamPoolId"], (inputs) =>
    givenOf(inputs, ["cidrBlock", "ipv4IpamPoolId"]).length === 0
      ? "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided."
      : undefined,
  ),
  ...cidrRefusals("InvalidVpc.Range", errorCodes),
  reservedRange,
  {
    code: "CidrConflict",
    source: errorCodes,
    on: ["create"],
    when: (request) => {
      const block = blockOf(request);
      const isTaken = vpcBlocks(request.scope, vpcIdOf(request)).some((one) => block && overlaps(one, block));
      return isTaken
        ? `The CIDR '${request.inputs.cidrBlock}' conflicts with another CIDR block of ${vpcIdOf(request)}`
        : undefined;
    },
  },
  {
    code: "InvalidVpc.Range",
    source: restrictions,
    on: ["create"],
    when: (request) => {
      const block = blockOf(request);
      if (block === undefined || !isRestricted(vpcBlocks(request.scope, vpcIdOf(request)), block)) return undefined;
      return `The CIDR '${request.inputs.cidrBlock}' is restricted. Use a CIDR from the same private address range as the current VPC CIDR, or use a publicly-routable CIDR. For additional restrictions, see ${restrictions}`;
    },
  },
  countQuota(
    vpcQuotas.ipv4CidrBlocksPerVpc,
    {
      code: "CidrLimitExceeded",
      message: (limit, request) =>
        `This network '${vpcIdOf(request)}' has met its maximum number of allowed CIDRs: ${limit}`,
    },
    (request) => vpcBlocks(request.scope, vpcIdOf(request)).length,
  ),
  {
    code: "InvalidCidrBlock.InUse",
    source: action("DisassociateVpcCidrBlock"),
    on: ["delete"],
    when: (request) => {
      const block = blockOf(request);
      const subnets = request.scope.having("aws:ec2/subnet:Subnet", "vpcId", vpcIdOf(request));
      const isUsed = subnets.some((subnet) => {
        const { ipv4 } = blocksOf(subnet);
        return block !== undefined && ipv4 !== undefined && contains(block, ipv4);
      });
      return isUsed
        ? `The vpc ${vpcIdOf(request)} currently has a subnet within CIDR block ${request.inputs.cidrBlock}`
        : undefined;
    },
  },
];

export const vpcIpv4CidrBlockAssociation: Model = {
  type: vpcBlockType,
  schema: "internal/service/ec2/vpc_ipv4_cidr_block_association.go",
  immutable: ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength", "vpcId"],
  references: { vpcId: vpcReference },
  refusals,
  id: ec2Id("vpc-cidr-assoc"),
  computed: { cidrBlock: () => undefined },
};
