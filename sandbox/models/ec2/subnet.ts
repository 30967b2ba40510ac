import { contains, overlaps, parseCidr } from "../../../components/core/cidr";
import { countQuota } from "../../quotas/quota";
import { vpcQuotas } from "../../quotas/vpc";
import { text } from "../../values";
import { ec2Id } from "../ids";
import type { Model, Refusal, Request } from "../model";
import { cidrRefusals } from "./cidr-range";
import { canonicalIpv6Cidr, containsIpv6, overlapsIpv6, parseIpv6Cidr } from "./ipv6";
import { action, badParameter, errorCodes, givenOf, isGiven, notTogether, oneOf } from "./parameters";
import { vpcReference } from "./references";
import { blocksOf, vpcBlocks, vpcIpv6Blocks } from "./vpc-blocks";
import { zoneIdOf, zonesOf } from "./zones";

const type = "aws:ec2/subnet:Subnet";
const createSubnet = action("CreateSubnet");
const invalid = (block: string) => `The CIDR '${block}' is invalid.`;
const conflicting = (block: string) => `The CIDR '${block}' conflicts with another subnet`;

const others = ({ scope, inputs, prior }: Request) =>
  scope.having(type, "vpcId", text(inputs, "vpcId") ?? "").filter(({ id }) => id !== prior?.id);

const addressRefusals: Refusal[] = [
  badParameter("MissingParameter", createSubnet, ["cidrBlock", "ipv4IpamPoolId", "ipv6Native"], (inputs) =>
    inputs.ipv6Native !== true && givenOf(inputs, ["cidrBlock", "ipv4IpamPoolId"]).length === 0
      ? "The request must contain the parameter cidrBlock"
      : undefined,
  ),
  notTogether(
    [
      ["cidrBlock", "ipv4NetmaskLength"],
      ["ipv6CidrBlock", "ipv6NetmaskLength"],
      ["availabilityZone", "availabilityZoneId"],
    ],
    createSubnet,
  ),
  badParameter(
    "InvalidParameterCombination",
    createSubnet,
    ["cidrBlock", "ipv6CidrBlock", "ipv6IpamPoolId", "ipv6Native", "mapPublicIpOnLaunch"],
    (inputs) => {
      if (inputs.ipv6Native !== true) return undefined;
      if (givenOf(inputs, ["ipv6CidrBlock", "ipv6IpamPoolId"]).length === 0) {
        return "The parameter ipv6CidrBlock is required for an IPv6 only subnet";
      }
      const isIpv4 = isGiven(inputs, "cidrBlock") || inputs.mapPublicIpOnLaunch === true;
      return isIpv4 ? "IPv4 parameters are not supported for an IPv6 only subnet" : undefined;
    },
  ),
  ...cidrRefusals("InvalidSubnet.Range", createSubnet),
  {
    code: "InvalidSubnet.Range",
    source: errorCodes,
    on: ["create"],
    when: ({ scope, inputs }) => {
      const blocks = vpcBlocks(scope, text(inputs, "vpcId") ?? "");
      const given = text(inputs, "cidrBlock") ?? "";
      const inner = parseCidr(given);
      const isOutside = inner !== undefined && blocks.length > 0 && !blocks.some((outer) => contains(outer, inner));
      return isOutside ? invalid(given) : undefined;
    },
  },
  {
    code: "InvalidSubnet.Conflict",
    source: errorCodes,
    on: ["create"],
    when: (request) => {
      const given = text(request.inputs, "cidrBlock") ?? "";
      const cidr = parseCidr(given);
      if (cidr === undefined) return undefined;
      const isTaken = others(request).some((subnet) => {
        const { ipv4 } = blocksOf(subnet);
        return ipv4 !== undefined && overlaps(cidr, ipv4);
      });
      return isTaken ? conflicting(given) : undefined;
    },
  },
  badParameter("InvalidSubnet.Range", createSubnet, ["ipv6CidrBlock"], ({ ipv6CidrBlock: given }) => {
    if (typeof given !== "string" || given === "") return undefined;
    const { prefix } = parseIpv6Cidr(given) ?? { prefix: 0 };
    return prefix >= 44 && prefix <= 64 && prefix % 4 === 0 ? undefined : invalid(given);
  }),
  {
    code: "InvalidSubnet.Range",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    when: ({ scope, inputs }) => {
      const vpc = scope.find("aws:ec2/vpc:Vpc", text(inputs, "vpcId") ?? "");
      const given = text(inputs, "ipv6CidrBlock") ?? "";
      const inner = parseIpv6Cidr(given);
      if (vpc === undefined || inner === undefined) return undefined;
      return vpcIpv6Blocks(scope, vpc.id).some((outer) => containsIpv6(outer, inner)) ? undefined : invalid(given);
    },
  },
  {
    code: "InvalidSubnet.Conflict",
    source: createSubnet,
    when: (request) => {
      const given = text(request.inputs, "ipv6CidrBlock") ?? "";
      const cidr = parseIpv6Cidr(given);
      if (cidr === undefined) return undefined;
      const isTaken = others(request).some((subnet) => {
        const { ipv6 } = blocksOf(subnet);
        return ipv6 !== undefined && overlapsIpv6(cidr, ipv6);
      });
      return isTaken ? conflicting(given) : undefined;
    },
  },
];

const refusals: Refusal[] = [
  ...addressRefusals,
  {
    code: "InvalidParameterValue",
    source: createSubnet,
    on: ["create"],
    reads: ["availabilityZone", "availabilityZoneId"],
    atPreview: true,
    when: ({ scope, inputs }) => {
      const zones = zonesOf(scope.region);
      const [zone, zoneId] = [text(inputs, "availabilityZone"), text(inputs, "availabilityZoneId")];
      const isZone = zone === undefined || zones.includes(zone);
      if (isZone && (zoneId === undefined || zones.map(zoneIdOf).includes(zoneId))) return undefined;
      return `Value (${zone ?? zoneId}) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: ${zones.join(", ")}.`;
    },
  },
  oneOf({ privateDnsHostnameTypeOnLaunch: ["ip-name", "resource-name"] }, action("ModifySubnetAttribute")),
  countQuota(
    vpcQuotas.subnetsPerVpc,
    {
      code: "SubnetLimitExceeded",
      message: (_limit, { inputs }) => `The maximum number of subnets for ${inputs.vpcId} has been reached.`,
    },
    (request) => others(request).length,
  ),
  {
    code: "DependencyViolation",
    source: action("DeleteSubnet"),
    on: ["delete"],
    retried: true,
    when: (request) =>
      hasInterfaces(request) ? `The subnet '${request.prior?.id}' has dependencies and cannot be deleted.` : undefined,
  },
];

/** What puts network interfaces into subnets, and the property that names these. */
const holders: Record<string, string> = {
  "aws:ec2/natGateway:NatGateway": "subnetId",
  "aws:ec2/vpcEndpoint:VpcEndpoint": "subnetIds",
  "aws:eks/cluster:Cluster": "vpcConfig.subnetIds",
  "aws:eks/nodeGroup:NodeGroup": "subnetIds",
};

function hasInterfaces({ scope, prior }: Request): boolean {
  return Object.entries(holders).some(([holder, path]) => scope.having(holder, path, prior?.id ?? "").length > 0);
}

export const subnet: Model = {
  type,
  schema: "internal/service/ec2/vpc_subnet.go",
  tagged: true,
  defaults: {
    assignIpv6AddressOnCreation: false,
    enableDns64: false,
    enableResourceNameDnsARecordOnLaunch: false,
    enableResourceNameDnsAaaaRecordOnLaunch: false,
    ipv6Native: false,
    mapPublicIpOnLaunch: false,
  },
  immutable: [
    "availabilityZone",
    "availabilityZoneId",
    "cidrBlock",
    "ipv4IpamPoolId",
    "ipv4NetmaskLength",
    "ipv6IpamPoolId",
    "ipv6Native",
    "ipv6NetmaskLength",
    "outpostArn",
    "vpcId",
  ],
  // Where the subnet gave interfaces addresses of its IPv6 block, another block needs another subnet.
  replaces: (olds) => (olds.assignIpv6AddressOnCreation === true ? ["ipv6CidrBlock"] : []),
  references: { vpcId: vpcReference },
  refusals,
  same: { ipv6CidrBlock: canonicalIpv6Cidr },
  id: ec2Id("subnet"),
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `subnet/${id}`),
    ownerId: ({ scope }) => scope.account,
    availabilityZone: ({ scope, inputs }) => {
      const zones = zonesOf(scope.region);
      return zones.find((zone) => zoneIdOf(zone) === inputs.availabilityZoneId) ?? zones[0];
    },
    availabilityZoneId: ({ scope, inputs }) => zoneIdOf(text(inputs, "availabilityZone") ?? `${scope.region}a`),
    ipv6CidrBlockAssociationId: ({ inputs, id }) =>
      isGiven(inputs, "ipv6CidrBlock") ? id.replace(/^subnet-/, "subnet-cidr-assoc-") : undefined,
    privateDnsHostnameTypeOnLaunch: ({ inputs }) => (inputs.ipv6Native === true ? "resource-name" : "ip-name"),
  },
};
