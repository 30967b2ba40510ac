import { countQuota, lengthOf, sizeQuota } from "../../quotas/quota";
import { vpcQuotas } from "../../quotas/vpc";
import { type Properties, text, valuesAt } from "../../values";
import type { Refusal, Request } from "../model";
import { vpcIdOfTable } from "./inline-routes";
import { action, badParameter, notTogether, oneOf } from "./parameters";
import { vpcOfGroup } from "./security-group-networks";

export const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";
const createVpcEndpoint = action("CreateVpcEndpoint");
const subnetType = "aws:ec2/subnet:Subnet";

export const isInterface = ({ inputs }: Pick<Request, "inputs">) => inputs.vpcEndpointType === "Interface";
const isGateway = (inputs: Properties) => inputs.vpcEndpointType === "Gateway";
/** The kinds that have network interfaces and share a quota. */
const hasInterfaces = (inputs: Properties) =>
  ["GatewayLoadBalancer", "Interface"].includes(String(inputs.vpcEndpointType));

/** AWS's services that have gateway endpoints. */
const gatewayServices = ["dynamodb", "s3", "s3express"];

const idsAt = (inputs: Properties, path: string) =>
  valuesAt(inputs, path)
    .flat()
    .filter((id) => typeof id === "string");

const others = ({ scope, inputs, prior }: Request) =>
  scope.having(endpointType, "vpcId", text(inputs, "vpcId") ?? "").filter(({ id }) => id !== prior?.id);

/** The other endpoints of the VPC for the same service. */
const sameService = (request: Request) =>
  others(request).filter(({ outputs }) => outputs.serviceName === request.inputs.serviceName);

const formRefusals: Refusal[] = [
  {
    code: "InvalidServiceName",
    source: createVpcEndpoint,
    on: ["create"],
    reads: ["serviceName", "serviceRegion"],
    atPreview: true,
    when: ({ scope, inputs }) => {
      const name = text(inputs, "serviceName");
      const region = text(inputs, "serviceRegion") ?? scope.region;
      const elsewhere = name?.startsWith("com.amazonaws.") && !name.includes(`.${region}.`);
      const isGlobal = name?.split(".").length === 3 || name?.startsWith("com.amazonaws.s3-global");
      return elsewhere && !isGlobal ? `The Vpc Endpoint Service '${name}' does not exist` : undefined;
    },
  },
  oneOf(
    {
      ipAddressType: ["ipv4", "dualstack", "ipv6"],
      vpcEndpointType: ["Gateway", "GatewayLoadBalancer", "Interface", "Resource", "ServiceNetwork"],
    },
    createVpcEndpoint,
  ),
  notTogether([["resourceConfigurationArn", "serviceName", "serviceNetworkArn"]], createVpcEndpoint),
  badParameter("InvalidParameter", createVpcEndpoint, ["serviceName", "vpcEndpointType"], (inputs) => {
    const service = /^com\.amazonaws\.[a-z0-9-]+\.(.+)$/.exec(text(inputs, "serviceName") ?? "")?.[1];
    return isGateway(inputs) && service !== undefined && !gatewayServices.includes(service)
      ? "Endpoint type (Gateway) does not match available service types ([Interface])."
      : undefined;
  }),
  badParameter(
    "InvalidParameter",
    createVpcEndpoint,
    ["routeTableIds", "securityGroupIds", "subnetIds", "vpcEndpointType"],
    (inputs) => {
      const excluded = isGateway(inputs) ? ["securityGroupIds", "subnetIds"] : ["routeTableIds"];
      const given = excluded.find((property) => idsAt(inputs, property).length > 0);
      return given && `${given} is not supported for endpoints of the type ${inputs.vpcEndpointType}.`;
    },
  ),
  badParameter("InvalidPolicyDocument", createVpcEndpoint, ["policy"], ({ policy }) =>
    typeof policy !== "string" || policy === "" || isJson(policy)
      ? undefined
      : "The policy is not a valid JSON document.",
  ),
  sizeQuota(
    vpcQuotas.endpointPolicy,
    {
      code: "InvalidPolicyDocument",
      atPreview: true,
      reads: ["policy"],
      message: (limit) => `The policy exceeds the maximum of ${limit} characters.`,
    },
    lengthOf("policy"),
  ),
];

function isJson(document: string): boolean {
  try {
    JSON.parse(document);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

const networkRefusals: Refusal[] = [
  {
    code: "DuplicateSubnetsInSameZone",
    source: createVpcEndpoint,
    when: ({ scope, inputs }) => {
      const zones = new Map<unknown, string>();
      for (const id of idsAt(inputs, "subnetIds")) {
        const zone = scope.find(subnetType, id)?.outputs.availabilityZone;
        if (zone === undefined) continue;
        if (zones.has(zone))
          return `Found another VPC endpoint subnet in the availability zone of ${id}. VPC endpoint subnets should be in different availability zones supported by the VPC endpoint service.`;
        zones.set(zone, id);
      }
      return undefined;
    },
  },
  {
    code: "InvalidParameter",
    source: createVpcEndpoint,
    when: (request) => {
      const { scope, inputs } = request;
      const vpcId = text(inputs, "vpcId") ?? "";
      const places: [string, string | undefined][] = [
        ...idsAt(inputs, "subnetIds").map((id): [string, string | undefined] => {
          return [id, text(scope.find(subnetType, id)?.outputs ?? {}, "vpcId")];
        }),
        ...idsAt(inputs, "securityGroupIds").map((id): [string, string | undefined] => [id, vpcOfGroup(scope, id)]),
        ...idsAt(inputs, "routeTableIds").map((id): [string, string | undefined] => [id, vpcIdOfTable(request, id)]),
      ];
      const [stray] = places.find(([, place]) => place !== undefined && place !== vpcId) ?? [];
      return stray && `${stray} and ${vpcId} belong to different networks.`;
    },
  },
  countQuota(
    vpcQuotas.securityGroupsPerInterface,
    {
      code: "SecurityGroupsPerInterfaceLimitExceeded",
      on: ["create", "update"],
      message: () => "The maximum number of security groups per interface has been reached.",
    },
    // One less: the quota is of what is there once these are.
    ({ inputs }) => idsAt(inputs, "securityGroupIds").length - 1,
  ),
  {
    code: "InvalidParameter",
    source: createVpcEndpoint,
    when: (request) => {
      const { scope, inputs } = request;
      const vpc = scope.find("aws:ec2/vpc:Vpc", text(inputs, "vpcId") ?? "");
      if (!isInterface(request) || inputs.privateDnsEnabled !== true || vpc === undefined) return undefined;
      const hasNames = vpc.outputs.enableDnsSupport === true && vpc.outputs.enableDnsHostnames === true;
      return hasNames
        ? undefined
        : `Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for ${vpc.id}`;
    },
  },
];

/** What the other endpoints exclude. */
const otherRefusals: Refusal[] = [
  {
    code: "RouteAlreadyExists",
    source: createVpcEndpoint,
    when: (request) => {
      if (!isGateway(request.inputs)) return undefined;
      const taken = new Set(sameService(request).flatMap(({ outputs }) => idsAt(outputs, "routeTableIds")));
      const table = idsAt(request.inputs, "routeTableIds").find((id) => taken.has(id));
      return table && `route table ${table} already has a route to ${request.inputs.serviceName}`;
    },
  },
  {
    code: "InvalidParameter",
    source: createVpcEndpoint,
    when: (request) => {
      const { scope, inputs } = request;
      if (!isInterface(request) || inputs.privateDnsEnabled !== true) return undefined;
      const isTaken = sameService(request).some(({ outputs }) => outputs.privateDnsEnabled === true);
      const name = `${text(inputs, "serviceName")?.split(".").slice(3).reverse().join(".")}.${scope.region}.amazonaws.com`;
      return isTaken
        ? `private-dns-enabled cannot be set because there is already a conflicting DNS domain for ${name} in the VPC ${inputs.vpcId}`
        : undefined;
    },
  },
  countQuota(
    vpcQuotas.gatewayEndpoints,
    { code: "VpcEndpointLimitExceeded", message: () => "The maximum number of gateway endpoints has been reached." },
    ({ scope, inputs }) => (isGateway(inputs) ? scope.having(endpointType, "vpcEndpointType", "Gateway").length : 0),
  ),
  countQuota(
    vpcQuotas.interfaceEndpointsPerVpc,
    { code: "VpcEndpointLimitExceeded", message: () => "The maximum number of interface endpoints has been reached." },
    (request) =>
      hasInterfaces(request.inputs) ? others(request).filter(({ outputs }) => hasInterfaces(outputs)).length : 0,
  ),
];

export const endpointRefusals: readonly Refusal[] = [...formRefusals, ...networkRefusals, ...otherRefusals];
