import { isIPv6 } from "node:net";
import { contains, overlaps, parseCidr } from "../../../components/core/cidr";
import type { CloudResource } from "../../cloud/resource";
import { eksQuotas } from "../../quotas/eks";
import { sizeQuota } from "../../quotas/quota";
import { isObject, text, valuesAt } from "../../values";
import type { Refusal, Request } from "../model";
import { at, eksAction, oneOf, textsAt } from "./checks";

const createCluster = eksAction("CreateCluster");
const networkRequirements = "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html";
const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].flatMap((range) => parseCidr(range) ?? []);

/** Zones in which EKS runs no control plane, by id: the page above. */
const zonesWithoutEks = ["use1-az3", "usw1-az2", "cac1-az3"];

/** The subnets of a cluster; undefined where one of them is not in the cloud. */
function subnetsOf({ scope, inputs }: Pick<Request, "scope" | "inputs">): CloudResource[] | undefined {
  const ids = textsAt(inputs, "vpcConfig.subnetIds");
  const subnets = ids.flatMap((id) => scope.find("aws:ec2/subnet:Subnet", id) ?? []);
  return subnets.length < ids.length ? undefined : subnets;
}

const zonesOf = (subnets: readonly CloudResource[] | undefined) =>
  new Set((subnets ?? []).map(({ outputs }) => text(outputs, "availabilityZone") ?? ""));

const listed = (items: Iterable<unknown>) => [...items].sort().join(", ");

const isIpv6 = ({ inputs }: Request) => at(inputs, "kubernetesNetworkConfig.ipFamily") === "ipv6";

/** Whether a text is an IPv6 range, as far as EKS has to tell it from an IPv4 one. */
function isIpv6Range(range: string): boolean {
  const [address = "", prefix = ""] = range.split("/");
  return isIPv6(address) && /^\d{1,3}$/.test(prefix) && Number(prefix) <= 128;
}

const subnetRefusals: Refusal[] = [
  {
    code: "InvalidParameterException",
    source: createCluster,
    when: (request) => {
      const subnets = subnetsOf(request);
      if (subnets === undefined || zonesOf(subnets).size > 1) return undefined;
      return "Subnets specified must be in at least two different AZs";
    },
  },
  {
    code: "InvalidParameterException",
    source: networkRequirements,
    when: (request) => {
      const vpcs = new Set((subnetsOf(request) ?? []).map(({ outputs }) => outputs.vpcId));
      return vpcs.size > 1 ? `Subnets specified must be in one VPC, not in ${listed(vpcs)}` : undefined;
    },
  },
  {
    code: "UnsupportedAvailabilityZoneException",
    source: networkRequirements,
    on: ["create"],
    when: (request) => {
      const subnets = subnetsOf(request) ?? [];
      const refused = subnets.filter(({ outputs }) =>
        zonesWithoutEks.includes(text(outputs, "availabilityZoneId") ?? ""),
      );
      if (refused.length === 0) return undefined;
      const zones = listed(zonesOf(refused));
      return `Cannot create cluster '${text(request.inputs, "name")}' because EKS does not support creating control plane instances in ${zones}, the targeted availability zone.`;
    },
  },
  {
    code: "InvalidParameterException",
    source: networkRequirements,
    on: ["update"],
    when: (request) => {
      const { prior } = request;
      const before = prior && subnetsOf({ scope: request.scope, inputs: prior.inputs });
      const after = subnetsOf(request);
      if (before === undefined || after === undefined) return undefined;
      const [old, now] = [zonesOf(before), zonesOf(after)];
      const isSame = old.size === now.size && [...old].every((zone) => now.has(zone));
      return isSame
        ? undefined
        : `Provided subnets belong to the AZs '${listed(now)}'. But they should belong to the exact set of AZs '${listed(old)}' in which subnets were provided during cluster creation.`;
    },
  },
  {
    code: "InvalidParameterException",
    source: createCluster,
    when: (request) => {
      const [first] = subnetsOf(request) ?? [];
      if (first === undefined) return undefined;
      const others = textsAt(request.inputs, "vpcConfig.securityGroupIds").filter((id) => {
        const group = request.scope.find("aws:ec2/securityGroup:SecurityGroup", id);
        return group?.outputs.vpcId !== undefined && group.outputs.vpcId !== first.outputs.vpcId;
      });
      return others.length > 0
        ? `Security group(s) [${others.join(", ")}] are not in the same VPC as the subnets. Please specify security groups and subnets from the same VPC`
        : undefined;
    },
  },
  sizeQuota(
    eksQuotas.controlPlaneSecurityGroups,
    {
      code: "InvalidParameterException",
      reads: ["vpcConfig.securityGroupIds"],
      atPreview: true,
      message: (limit) => `A cluster can have at most ${limit} security groups of its own`,
    },
    ({ inputs }) => textsAt(inputs, "vpcConfig.securityGroupIds").length,
  ),
];

const endpointRefusals: Refusal[] = [
  {
    code: "InvalidParameterException",
    source: createCluster,
    reads: ["vpcConfig.endpointPrivateAccess", "vpcConfig.endpointPublicAccess"],
    atPreview: true,
    when: ({ inputs }) => {
      if (!isObject(inputs.vpcConfig)) return undefined;
      const isPublic = at(inputs, "vpcConfig.endpointPublicAccess") !== false;
      const isPrivate = at(inputs, "vpcConfig.endpointPrivateAccess") === true;
      return isPublic || isPrivate ? undefined : "Private and public endpoint access cannot be false";
    },
  },
  {
    code: "InvalidParameterException",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
    reads: ["kubernetesNetworkConfig.ipFamily", "vpcConfig.publicAccessCidrs"],
    atPreview: true,
    when: (request) => {
      const wrong = textsAt(request.inputs, "vpcConfig.publicAccessCidrs").filter(
        (range) => parseCidr(range) === undefined && !(isIpv6(request) && isIpv6Range(range)),
      );
      return wrong.length > 0
        ? `The following CIDRs are invalid in publicAccessCidrs: [${wrong.join(", ")}]`
        : undefined;
    },
  },
  sizeQuota(
    eksQuotas.publicAccessCidrs,
    {
      code: "InvalidParameterException",
      reads: ["vpcConfig.publicAccessCidrs"],
      atPreview: true,
      message: (limit) => `publicAccessCidrs can have at most ${limit} CIDR ranges`,
    },
    ({ inputs }) => textsAt(inputs, "vpcConfig.publicAccessCidrs").length,
  ),
];

/** The ranges of a cluster's VPC. */
function vpcRanges(request: Request): string[] {
  const vpcId = subnetsOf(request)?.[0]?.outputs.vpcId;
  const vpc = request.scope.find("aws:ec2/vpc:Vpc", String(vpcId));
  const more = request.scope.list("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation");
  const ofVpc = more.filter(({ outputs }) => outputs.vpcId === vpcId);
  return [...(vpc ? [vpc] : []), ...ofVpc].flatMap(({ outputs }) => text(outputs, "cidrBlock") ?? []);
}

const serviceRange = "kubernetesNetworkConfig.serviceIpv4Cidr";

const serviceRefusals: Refusal[] = [
  oneOf("kubernetesNetworkConfig.ipFamily", ["ipv4", "ipv6"], { source: createCluster }),
  {
    code: "InvalidParameterException",
    source: createCluster,
    on: ["create"],
    reads: [serviceRange],
    atPreview: true,
    when: ({ inputs }) => {
      const text = at(inputs, serviceRange);
      if (text === undefined) return undefined;
      const range = parseCidr(String(text));
      const isPrivate = range !== undefined && privateRanges.some((outer) => contains(outer, range));
      return isPrivate && range.prefix >= 12 && range.prefix <= 24
        ? undefined
        : `serviceIpv4Cidr ${text} must be a block of /24 to /12 within 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16`;
    },
  },
  {
    code: "InvalidParameterException",
    source: createCluster,
    on: ["create"],
    reads: ["kubernetesNetworkConfig"],
    atPreview: true,
    when: (request) =>
      isIpv6(request) && at(request.inputs, serviceRange) !== undefined
        ? "serviceIpv4Cidr cannot be specified where ipFamily is ipv6"
        : undefined,
  },
  {
    code: "InvalidParameterException",
    source: createCluster,
    on: ["create"],
    when: (request) => {
      const range = parseCidr(String(at(request.inputs, serviceRange)));
      const meets = vpcRanges(request).find((text) => {
        const other = parseCidr(text);
        return range !== undefined && other !== undefined && overlaps(range, other);
      });
      return meets === undefined
        ? undefined
        : `serviceIpv4Cidr ${at(request.inputs, serviceRange)} overlaps with the CIDR block ${meets} of the VPC`;
    },
  },
  {
    code: "InvalidParameterException",
    source: createCluster,
    on: ["create"],
    when: (request) => {
      if (!isIpv6(request)) return undefined;
      const ways = ["ipv6CidrBlock", "ipv6IpamPoolId", "ipv6NetmaskLength"];
      const without = (subnetsOf(request) ?? []).filter(({ outputs }) =>
        ways.every((key) => !valuesAt(outputs, key)[0]),
      );
      return without.length > 0
        ? `Subnets [${without.map(({ id }) => id).join(", ")}] have no IPv6 CIDR block, which ipFamily ipv6 needs`
        : undefined;
    },
  },
];

/** What a cluster's network can be. */
export const networkRefusals: readonly Refusal[] = [...subnetRefusals, ...endpointRefusals, ...serviceRefusals];
