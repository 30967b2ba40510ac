import { contains, overlaps, parseCidr } from "../../../components/core/cidr";
import { countQuota } from "../../quotas/quota";
import { vpcQuotas } from "../../quotas/vpc";
import { text, valuesAt } from "../../values";
import { ec2Id } from "../ids";
import type { Model, Refusal, Request } from "../model";
import { cidrRangeRefusal } from "./cidr-range";
import { vpcReference } from "./references";
import { zoneIdOf, zonesOf } from "./zones";

const type = "aws:ec2/subnet:Subnet";
const createSubnet = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html";
const errors = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html";

const refusals: Refusal[] = [
  cidrRangeRefusal("InvalidSubnet.Range", createSubnet),
  {
    code: "InvalidSubnet.Range",
    source: errors,
    on: ["create"],
    when: ({ scope, inputs }) => {
      const vpc = scope.find("aws:ec2/vpc:Vpc", text(inputs, "vpcId") ?? "");
      const outer = parseCidr(vpc === undefined ? "" : (text(vpc.outputs, "cidrBlock") ?? ""));
      const inner = parseCidr(text(inputs, "cidrBlock") ?? "");
      if (outer === undefined || inner === undefined || contains(outer, inner)) return undefined;
      return `The CIDR '${inputs.cidrBlock}' is invalid.`;
    },
  },
  {
    code: "InvalidSubnet.Conflict",
    source: errors,
    on: ["create"],
    retried: true,
    when: ({ scope, inputs }) => {
      const cidr = parseCidr(text(inputs, "cidrBlock") ?? "");
      if (cidr === undefined) return undefined;
      const isTaken = scope.list(type).some(({ outputs }) => {
        const other = parseCidr(text(outputs, "cidrBlock") ?? "");
        return outputs.vpcId === inputs.vpcId && other !== undefined && overlaps(cidr, other);
      });
      return isTaken ? `The CIDR '${inputs.cidrBlock}' conflicts with another subnet` : undefined;
    },
  },
  {
    code: "InvalidParameterValue",
    source: createSubnet,
    on: ["create"],
    reads: ["availabilityZone"],
    atPreview: true,
    when: ({ scope, inputs }) => {
      const zone = text(inputs, "availabilityZone");
      const zones = zonesOf(scope.region);
      if (zone === undefined || zones.includes(zone)) return undefined;
      return `Value (${zone}) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: ${zones.join(", ")}.`;
    },
  },
  countQuota(
    vpcQuotas.subnetsPerVpc,
    {
      code: "SubnetLimitExceeded",
      message: (_limit, { inputs }) => `The maximum number of subnets for ${inputs.vpcId} has been reached.`,
    },
    ({ scope, inputs }) => scope.list(type).filter(({ outputs }) => outputs.vpcId === inputs.vpcId).length,
  ),
  {
    code: "DependencyViolation",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSubnet.html",
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
  return Object.entries(holders).some(([holder, path]) =>
    scope.list(holder).some(({ outputs }) =>
      valuesAt(outputs, path)
        .flat()
        .some((id) => id === prior?.id),
    ),
  );
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
  id: ec2Id("subnet"),
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `subnet/${id}`),
    ownerId: ({ scope }) => scope.account,
    availabilityZone: ({ scope }) => zonesOf(scope.region)[0],
    availabilityZoneId: ({ scope, inputs }) => zoneIdOf(text(inputs, "availabilityZone") ?? `${scope.region}a`),
    privateDnsHostnameTypeOnLaunch: () => "ip-name",
  },
};
