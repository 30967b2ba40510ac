import { expect } from "vitest";
import { serviceQuotaType } from "../../../../sandbox/quotas/quota";
import { type Properties, valuesAt } from "../../../../sandbox/values";
import { make, makeSubnet, makeVpc, preview, refusal, vpcType } from "../../../support/models";
import { shows } from "../../../support/refusals";

export const internetGatewayType = "aws:ec2/internetGateway:InternetGateway";
export const natGatewayType = "aws:ec2/natGateway:NatGateway";
export const routeTableType = "aws:ec2/routeTable:RouteTable";
export const securityGroupType = "aws:ec2/securityGroup:SecurityGroup";
export const missing = (prefix: string) => `${prefix}-0123456789abcdef0`;

export const makeInternetGateway = (vpcId: string) => make(internetGatewayType, { vpcId });
export const makeEip = () => make("aws:ec2/eip:Eip", { domain: "vpc" });
export const makeRouteTable = (vpcId: string) => make(routeTableType, { vpcId });
export const makeGroup = (vpcId: string, name = "web") => make(securityGroupType, { vpcId, name });
export const makeOtherVpc = () => make(vpcType, { cidrBlock: "10.9.0.0/16" });

/** Ids of a cluster's subnets. */
export const clusterSubnets = ({ inputs }: { inputs: Properties }): string[] =>
  valuesAt(inputs, "vpcConfig.subnetIds").flat().map(String);

/** Asks for more of a VPC quota. */
export const raise = (quotaCode: string, value: number) =>
  make(serviceQuotaType, { serviceCode: "vpc", quotaCode, value });

/** A VPC with a subnet, an internet gateway and a security group. */
export function makeNetwork() {
  const vpc = makeVpc();
  return {
    vpcId: vpc.id,
    vpc,
    subnet: makeSubnet(vpc.id, "10.0.0.0/24"),
    internetGateway: makeInternetGateway(vpc.id),
    group: makeGroup(vpc.id),
  };
}

/** A network with a table, and two other VPCs' gateways. */
export function makeRouted() {
  const network = makeNetwork();
  const other = makeOtherVpc();
  const far = makeInternetGateway(other.id);
  const subnet = makeSubnet(other.id, "10.9.0.0/24");
  const nat = make(natGatewayType, { subnetId: subnet.id, allocationId: makeEip().id });
  return {
    ...network,
    far,
    farNat: nat,
    farSubnet: subnet,
    table: makeRouteTable(network.vpcId),
    gatewayId: network.internetGateway.id,
  };
}

interface Inputs<T> {
  /** Makes what the inputs need. */
  given?: () => T;
  /** Inputs that are taken. */
  fine: (given: T) => Properties;
  /** What else they say that is refused. `null` takes a property away. */
  but: (given: T) => Properties;
  says?: RegExp;
}

/** Tests inputs of which a preview can already tell that they are refused. */
export function showsInputs<T>(code: string, what: string, type: string, { given, fine, but, says }: Inputs<T>): void {
  shows(code, what, {
    valid: () => {
      // Where nothing is needed, nothing is read of it.
      const needs = given?.() as T;
      make(type, fine(needs));
      return needs;
    },
    refused: (needs) => {
      const all: Properties = { ...fine(needs), ...but(needs) };
      const wrong = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
      expect(refusal(() => preview(type, wrong))).toBe(code);
      return make(type, wrong);
    },
    ...(says && { says }),
  });
}
