import { countQuota } from "../../quotas/quota";
import { vpcQuotas } from "../../quotas/vpc";
import { text } from "../../values";
import { ec2Id } from "../ids";
import type { Made, Model, Refusal } from "../model";
import { cidrRefusals, reservedRange } from "./cidr-range";
import { defaultObjectId, makeDefaultObjects } from "./default-objects";
import { amazonBlock, containsIpv6, parseIpv6Cidr } from "./ipv6";
import { action, badParameter, errorCodes, givenOf, isGiven, notTogether, oneOf } from "./parameters";
import { blocksOf } from "./vpc-blocks";

/** Types whose things AWS wants gone before their VPC. */
const contents = [
  "aws:ec2/subnet:Subnet",
  "aws:ec2/internetGateway:InternetGateway",
  "aws:ec2/natGateway:NatGateway",
  "aws:ec2/routeTable:RouteTable",
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/vpcEndpoint:VpcEndpoint",
];

const type = "aws:ec2/vpc:Vpc";
const createVpc = action("CreateVpc");

const refusals: Refusal[] = [
  badParameter("MissingParameter", createVpc, ["cidrBlock", "ipv4IpamPoolId"], (inputs) =>
    givenOf(inputs, ["cidrBlock", "ipv4IpamPoolId"]).length === 0
      ? "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided."
      : undefined,
  ),
  notTogether(
    [
      ["cidrBlock", "ipv4NetmaskLength"],
      ["assignGeneratedIpv6CidrBlock", "ipv6IpamPoolId"],
      ["assignGeneratedIpv6CidrBlock", "ipv6CidrBlock"],
      ["ipv6CidrBlock", "ipv6NetmaskLength"],
    ],
    createVpc,
  ),
  badParameter("InvalidParameterValue", createVpc, ["ipv6CidrBlock"], ({ ipv6CidrBlock: block }) =>
    typeof block !== "string" || parseIpv6Cidr(block)?.prefix === 56
      ? undefined
      : `Value (${block}) for parameter ipv6CidrBlock is invalid. This is not a valid IPv6 CIDR block of /56.`,
  ),
  oneOf(
    {
      instanceTenancy: ["default", "dedicated"],
      ipv4NetmaskLength: Array.from({ length: 13 }, (_, index) => 16 + index),
      ipv6NetmaskLength: [56],
    },
    createVpc,
  ),
  ...cidrRefusals("InvalidVpc.Range", errorCodes),
  reservedRange,
  countQuota(
    vpcQuotas.vpcs,
    { code: "VpcLimitExceeded", message: () => "The maximum number of VPCs has been reached." },
    ({ scope }) => scope.list(type).length,
  ),
  {
    code: "InvalidCidrBlock.InUse",
    source: action("DisassociateVpcCidrBlock"),
    on: ["update"],
    when: ({ scope, inputs, prior }) => {
      const block = parseIpv6Cidr(text(prior?.outputs ?? {}, "ipv6CidrBlock") ?? "");
      const isKept = inputs.assignGeneratedIpv6CidrBlock === true || isGiven(inputs, "ipv6IpamPoolId");
      if (block === undefined || isKept) return undefined;
      const isUsed = scope.having("aws:ec2/subnet:Subnet", "vpcId", prior?.id ?? "").some((subnet) => {
        const { ipv6 } = blocksOf(subnet);
        return ipv6 !== undefined && containsIpv6(block, ipv6);
      });
      return isUsed
        ? `The vpc ${prior?.id} currently has a subnet within CIDR block ${prior?.outputs.ipv6CidrBlock}`
        : undefined;
    },
  },
  {
    code: "DependencyViolation",
    source: action("DeleteVpc"),
    on: ["delete"],
    retried: true,
    when: ({ scope, prior }) => {
      const vpcId = prior?.id ?? "";
      const isFull = contents.some((content) => scope.having(content, "vpcId", vpcId).length > 0);
      return isFull ? `The vpc '${vpcId}' has dependencies and cannot be deleted.` : undefined;
    },
  },
];

const hasAmazonBlock = ({ inputs }: Made) => inputs.assignGeneratedIpv6CidrBlock === true;

export const vpc: Model = {
  type,
  schema: "internal/service/ec2/vpc_.go",
  tagged: true,
  defaults: { enableDnsSupport: true, instanceTenancy: "default" },
  immutable: ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength"],
  // A dedicated VPC can become a default one; the other way needs a new VPC.
  replaces: (olds, news) =>
    olds.instanceTenancy === "dedicated" && news.instanceTenancy === "default" ? [] : ["instanceTenancy"],
  refusals,
  id: ec2Id("vpc"),
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `vpc/${id}`),
    cidrBlock: () => undefined,
    ownerId: ({ scope }) => scope.account,
    dhcpOptionsId: ({ scope }) => `dopt-0${Buffer.from(scope.account).toString("hex").slice(0, 16)}`,
    enableDnsHostnames: () => false,
    enableNetworkAddressUsageMetrics: () => false,
    ipv6AssociationId: (made) => (hasAmazonBlock(made) ? made.id.replace(/^vpc-/, "vpc-cidr-assoc-") : undefined),
    ipv6CidrBlock: (made) => (hasAmazonBlock(made) ? amazonBlock(made.id) : undefined),
    ipv6CidrBlockNetworkBorderGroup: (made) => (hasAmazonBlock(made) ? made.scope.region : undefined),
    defaultSecurityGroupId: ({ id }) => defaultObjectId("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", id),
    defaultRouteTableId: ({ id }) => defaultObjectId("aws:ec2/defaultRouteTable:DefaultRouteTable", id),
    mainRouteTableId: ({ id }) => defaultObjectId("aws:ec2/defaultRouteTable:DefaultRouteTable", id),
    defaultNetworkAclId: ({ id }) => defaultObjectId("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", id),
  },
  recomputed: ["ipv6AssociationId", "ipv6CidrBlock", "ipv6CidrBlockNetworkBorderGroup"],
  made: ({ scope, id }) => makeDefaultObjects(scope, id),
};
