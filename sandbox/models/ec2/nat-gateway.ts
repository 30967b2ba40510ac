import { countQuota } from "../../quotas/quota";
import { vpcQuotas } from "../../quotas/vpc";
import { isObject, type Properties, text, valuesAt } from "../../values";
import { ec2Id } from "../ids";
import type { Made, Model, Refusal, Request } from "../model";
import { privateAddress, publicAddress } from "./addresses";
import { hasInternetGateway } from "./gateways";
import { action, badParameter, givenOf, isGiven, notTogether, oneOf } from "./parameters";
import { elasticIpReference, subnetReference, vpcReference } from "./references";

const type = "aws:ec2/natGateway:NatGateway";
const createNatGateway = action("CreateNatGateway");
const troubleshooting = "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html";

const isRegional = ({ inputs }: Pick<Made, "inputs">) => inputs.availabilityMode === "regional";
const isPrivate = (inputs: Properties) => inputs.connectivityType === "private";
const namesZones = (inputs: Properties) => valuesAt(inputs, "availabilityZoneAddresses").flat().length > 0;

/** Where a gateway holds elastic IP addresses. */
export const addressProperties = ["allocationId", "secondaryAllocationIds", "availabilityZoneAddresses.allocationIds"];

const subnetOf = ({ scope, inputs }: Pick<Request, "scope" | "inputs">) =>
  scope.find("aws:ec2/subnet:Subnet", text(inputs, "subnetId") ?? "");

const vpcIdOf = (request: Pick<Request, "scope" | "inputs">) =>
  text(request.inputs, "vpcId") ?? text(subnetOf(request)?.outputs ?? {}, "vpcId");

const modeReads = ["availabilityMode", "connectivityType"];

const refusals: Refusal[] = [
  badParameter("MissingParameter", createNatGateway, [...modeReads, "allocationId"], (inputs) => {
    const needed = isRegional({ inputs }) ? ["vpcId"] : ["subnetId", ...(isPrivate(inputs) ? [] : ["allocationId"])];
    const missing = needed.find((property) => !isGiven(inputs, property));
    return (
      missing && `The request must include the ${missing} parameter. Add the required parameter and retry the request.`
    );
  }),
  badParameter("InvalidParameterCombination", createNatGateway, [...modeReads, ...addressProperties], (inputs) => {
    const excluded = [
      ...(isPrivate(inputs) ? ["allocationId", "secondaryAllocationIds"] : ["secondaryPrivateIpAddressCount"]),
      ...(isRegional({ inputs }) ? ["allocationId", "subnetId"] : ["availabilityZoneAddresses"]),
    ];
    const [given] = givenOf(inputs, excluded);
    const mode = `${isRegional({ inputs }) ? "regional" : "zonal"} ${isPrivate(inputs) ? "private" : "public"}`;
    return given && `The parameter ${given} cannot be used with a ${mode} NAT gateway`;
  }),
  badParameter("MissingParameter", createNatGateway, ["availabilityZoneAddresses"], (inputs) => {
    const zones = valuesAt(inputs, "availabilityZoneAddresses").flat().filter(isObject);
    return zones.every((zone) => givenOf(zone, ["availabilityZone", "availabilityZoneId"]).length > 0)
      ? undefined
      : "At least one of availabilityZone or availabilityZoneId must be specified";
  }),
  notTogether([["secondaryPrivateIpAddressCount", "secondaryPrivateIpAddresses"]], createNatGateway),
  oneOf({ availabilityMode: ["regional", "zonal"], connectivityType: ["private", "public"] }, createNatGateway),
  {
    code: "Gateway.NotAttached",
    source: troubleshooting,
    on: ["create"],
    when: (request) => {
      const vpcId = vpcIdOf(request);
      if (vpcId === undefined || isPrivate(request.inputs) || isRegional(request)) return undefined;
      const isCutOff = request.scope.find("aws:ec2/vpc:Vpc", vpcId) && !hasInternetGateway(request.scope, vpcId);
      return isCutOff ? `Network ${vpcId} has no Internet gateway attached` : undefined;
    },
  },
  {
    code: "Resource.AlreadyAssociated",
    source: troubleshooting,
    when: ({ scope, inputs, prior }) => {
      const wanted = addressProperties.flatMap((path) => valuesAt(inputs, path).flat());
      const taken = wanted.find((id) =>
        addressProperties.some((path) => scope.having(type, path, id).some((gateway) => gateway.id !== prior?.id)),
      );
      return taken === undefined ? undefined : `Elastic IP address [${taken}] is already associated`;
    },
  },
  countQuota(
    vpcQuotas.natGatewaysPerZone,
    {
      code: "NatGatewayLimitExceeded",
      message: () => "The maximum number of NAT gateways has been reached.",
    },
    (request) => {
      const zone = subnetOf(request)?.outputs.availabilityZone;
      const subnets = zone === undefined ? [] : request.scope.having("aws:ec2/subnet:Subnet", "availabilityZone", zone);
      return subnets.reduce((count, { id }) => count + request.scope.having(type, "subnetId", id).length, 0);
    },
  ),
];

export const natGateway: Model = {
  type,
  schema: "internal/service/ec2/vpc_nat_gateway.go",
  tagged: true,
  defaults: { connectivityType: "public" },
  immutable: ["allocationId", "availabilityMode", "connectivityType", "privateIp", "subnetId", "vpcId"],
  replaces: (olds, news) => {
    const paths: string[] = [];
    if (news.connectivityType === "private" && news.secondaryPrivateIpAddressCount !== undefined) {
      paths.push("secondaryPrivateIpAddressCount");
    }
    // A regional gateway chooses its zones by itself or is told them: one cannot become the other.
    if (news.availabilityMode === "regional" && namesZones(olds) !== namesZones(news)) {
      paths.push("availabilityZoneAddresses");
    }
    return paths;
  },
  sets: ["availabilityZoneAddresses", "secondaryAllocationIds", "secondaryPrivateIpAddresses"],
  references: {
    allocationId: elasticIpReference,
    "availabilityZoneAddresses.allocationIds": elasticIpReference,
    secondaryAllocationIds: elasticIpReference,
    subnetId: subnetReference,
    vpcId: vpcReference,
  },
  refusals,
  id: ec2Id("nat"),
  arn: (scope, id) => scope.arn("ec2", `natgateway/${id}`),
  computed: {
    associationId: ({ digits }) => `eipassoc-0${digits.slice(16, 32)}`,
    autoProvisionZones: (made) => (isRegional(made) ? "enabled" : undefined),
    autoScalingIps: (made) => (isRegional(made) ? "enabled" : undefined),
    availabilityMode: () => "zonal",
    networkInterfaceId: ({ digits }) => `eni-0${digits.slice(32, 48)}`,
    privateIp: ({ digits }) => privateAddress(digits),
    publicIp: ({ scope, inputs, digits }) => {
      if (inputs.connectivityType === "private") return undefined;
      const eip = scope.find("aws:ec2/eip:Eip", text(inputs, "allocationId") ?? "");
      return eip?.outputs.publicIp ?? publicAddress(digits);
    },
    routeTableId: (made) => (isRegional(made) ? `rtb-0${made.digits.slice(48)}` : undefined),
    secondaryPrivateIpAddressCount: () => 0,
    secondaryPrivateIpAddresses: () => [],
    vpcId: vpcIdOf,
  },
};
