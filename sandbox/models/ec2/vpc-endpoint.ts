import { text } from "../../values";
import { ec2Id } from "../ids";
import type { Made, Model } from "../model";
import { routeTableReference, securityGroupReference, subnetReference, vpcReference } from "./references";

const createVpcEndpoint = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html";
const isInterface = ({ inputs }: Pick<Made, "inputs">) => inputs.vpcEndpointType === "Interface";

const fullAccess = JSON.stringify({
  Version: "2008-10-17",
  Statement: [{ Action: "*", Effect: "Allow", Principal: "*", Resource: "*" }],
});

export const vpcEndpoint: Model = {
  type: "aws:ec2/vpcEndpoint:VpcEndpoint",
  schema: "internal/service/ec2/vpc_endpoint.go",
  tagged: true,
  defaults: { vpcEndpointType: "Gateway" },
  immutable: [
    "dnsOptions.privateDnsPreference",
    "dnsOptions.privateDnsSpecifiedDomains",
    "resourceConfigurationArn",
    "serviceName",
    "serviceNetworkArn",
    "serviceRegion",
    "vpcEndpointType",
    "vpcId",
  ],
  replaces: (_olds, inputs) => (isInterface({ inputs }) ? [] : ["privateDnsEnabled"]),
  sets: [
    "dnsOptions.privateDnsSpecifiedDomains",
    "routeTableIds",
    "securityGroupIds",
    "subnetConfigurations",
    "subnetIds",
  ],
  documents: ["policy"],
  references: {
    vpcId: vpcReference,
    subnetIds: subnetReference,
    securityGroupIds: securityGroupReference,
    routeTableIds: routeTableReference,
  },
  refusals: [
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
    {
      code: "RouteAlreadyExists",
      source: createVpcEndpoint,
      on: ["create"],
      when: ({ scope, inputs }) => {
        if (isInterface({ inputs })) return undefined;
        const same = scope
          .list("aws:ec2/vpcEndpoint:VpcEndpoint")
          .find(({ outputs }) => outputs.vpcId === inputs.vpcId && outputs.serviceName === inputs.serviceName);
        const [before, now] = [same?.outputs.routeTableIds, inputs.routeTableIds];
        const table = Array.isArray(before) && Array.isArray(now) ? now.find((id) => before.includes(id)) : undefined;
        return table === undefined ? undefined : `route table ${table} already has a route to ${inputs.serviceName}`;
      },
    },
    {
      code: "InvalidParameter",
      source: createVpcEndpoint,
      on: ["create"],
      retried: true,
      when: ({ scope, inputs }) => {
        if (!isInterface({ inputs }) || inputs.privateDnsEnabled !== true) return undefined;
        const isTaken = scope
          .list("aws:ec2/vpcEndpoint:VpcEndpoint")
          .some(
            ({ outputs }) =>
              outputs.vpcId === inputs.vpcId &&
              outputs.serviceName === inputs.serviceName &&
              outputs.privateDnsEnabled === true,
          );
        const name = `${text(inputs, "serviceName")?.split(".").slice(3).reverse().join(".")}.${scope.region}.amazonaws.com`;
        return isTaken
          ? `private-dns-enabled cannot be set because there is already a conflicting DNS domain for ${name} in the VPC ${inputs.vpcId}`
          : undefined;
      },
    },
  ],
  id: ec2Id("vpce"),
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `vpc-endpoint/${id}`),
    cidrBlocks: () => [],
    dnsEntries: (made) => (isInterface(made) ? [{ dnsName: dnsName(made), hostedZoneId: "Z38GZ743OKFT7T" }] : []),
    ipAddressType: () => "ipv4",
    networkInterfaceIds: ({ inputs, digits }) => {
      const subnets = Array.isArray(inputs.subnetIds) ? inputs.subnetIds : [];
      return subnets.map((_id, index) => `eni-0${digits.slice(16 + index, 32 + index)}`);
    },
    ownerId: ({ scope }) => scope.account,
    policy: () => fullAccess,
    prefixListId: (made) => (isInterface(made) ? undefined : `pl-${made.digits.slice(0, 8)}`),
    privateDnsEnabled: () => false,
    requesterManaged: () => false,
    routeTableIds: () => [],
    securityGroupIds: () => [],
    serviceRegion: ({ scope }) => scope.region,
    state: () => "available",
    subnetIds: () => [],
  },
  recomputed: ["networkInterfaceIds"],
};

function dnsName({ id, digits, scope, inputs }: Made): string {
  const service = text(inputs, "serviceName")?.split(".").slice(3).join(".");
  return `${id}-${digits.slice(0, 8)}.${service}.${scope.region}.vpce.amazonaws.com`;
}
