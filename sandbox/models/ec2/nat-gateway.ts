import { type Properties, text, valuesAt } from "../../values";
import { ec2Id } from "../ids";
import type { Made, Model } from "../model";
import { privateAddress, publicAddress } from "./addresses";
import { elasticIpReference, subnetReference, vpcReference } from "./references";

const createNatGateway = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNatGateway.html";
const isRegional = ({ inputs }: Made) => inputs.availabilityMode === "regional";
const namesZones = (inputs: Properties) => valuesAt(inputs, "availabilityZoneAddresses").flat().length > 0;

export const natGateway: Model = {
  type: "aws:ec2/natGateway:NatGateway",
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
  references: { allocationId: elasticIpReference, subnetId: subnetReference, vpcId: vpcReference },
  refusals: [
    {
      code: "MissingParameter",
      source: createNatGateway,
      on: ["create"],
      atPreview: true,
      reads: [],
      when: ({ inputs }) => {
        const needed = inputs.availabilityMode === "regional" ? "vpcId" : "subnetId";
        const isMissing = inputs[needed] === undefined;
        return isMissing ? `The request must contain the parameter ${needed}` : undefined;
      },
    },
    {
      code: "Resource.AlreadyAssociated",
      source: createNatGateway,
      on: ["create"],
      retried: true,
      when: ({ scope, inputs }) => {
        const allocationId = text(inputs, "allocationId");
        const gateways = scope.list("aws:ec2/natGateway:NatGateway");
        const isTaken =
          allocationId !== undefined && gateways.some(({ outputs }) => outputs.allocationId === allocationId);
        return isTaken ? `Elastic IP address [${allocationId}] is already associated` : undefined;
      },
    },
  ],
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
    vpcId: ({ scope, inputs }) => scope.find("aws:ec2/subnet:Subnet", text(inputs, "subnetId") ?? "")?.outputs.vpcId,
  },
};
