import { createHash } from "node:crypto";
import { text, type Value } from "../../values";
import { ec2Id } from "../ids";
import type { Made, Model } from "../model";
import { routeTableReference, securityGroupReference, subnetReference, vpcReference } from "./references";
import { endpointRefusals, isInterface, endpointType as type } from "./vpc-endpoint-refusals";

const fullAccess = JSON.stringify({
  Version: "2008-10-17",
  Statement: [{ Action: "*", Effect: "Allow", Principal: "*", Resource: "*" }],
});

export const vpcEndpoint: Model = {
  type,
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
  refusals: endpointRefusals,
  id: ec2Id("vpce"),
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `vpc-endpoint/${id}`),
    cidrBlocks: () => [],
    dnsEntries: (made) => (isInterface(made) ? [{ dnsName: dnsName(made), hostedZoneId: "Z38GZ743OKFT7T" }] : []),
    ipAddressType: () => "ipv4",
    // One for each subnet, and the same one as long as the endpoint is in that subnet.
    networkInterfaceIds: ({ id, inputs }) => {
      const subnets = Array.isArray(inputs.subnetIds) ? inputs.subnetIds : [];
      const digits = (subnet: Value) => createHash("sha256").update(`${id}/${subnet}`).digest("hex");
      return subnets.map((subnet) => `eni-0${digits(subnet).slice(0, 16)}`);
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
