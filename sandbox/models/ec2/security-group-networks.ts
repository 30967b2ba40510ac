import type { Scope } from "../../cloud/scope";
import { text } from "../../values";
import type { Refusal } from "../model";
import { action } from "./parameters";
import { groupTypes } from "./permissions";

/** What lets a group of one VPC name a group of another, and the properties that name the VPCs. */
const connections: Readonly<Record<string, readonly string[]>> = {
  "aws:ec2/vpcPeeringConnection:VpcPeeringConnection": ["vpcId", "peerVpcId"],
  "aws:ec2transitgateway/vpcAttachment:VpcAttachment": ["vpcId"],
  "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation": ["vpcId"],
};

const isConnected = (scope: Scope, vpcId: string) =>
  Object.entries(connections).some(([type, paths]) => paths.some((path) => scope.having(type, path, vpcId).length > 0));

/** The VPC of a security group; undefined where that is not known. */
export function vpcOfGroup(scope: Scope, groupId: string): string | undefined {
  const group = groupTypes.map((type) => scope.find(type, groupId)).find((found) => found !== undefined);
  return group && text(group.outputs, "vpcId");
}

/** Refuses a group as a source, in `property`, that is in another VPC which nothing connects with this one. */
export const sameNetwork = (property: string): Refusal => ({
  code: "InvalidGroup.NotFound",
  source: action("AuthorizeSecurityGroupIngress"),
  when: ({ scope, inputs }) => {
    const [own, other] = ["securityGroupId", property].map((key) => vpcOfGroup(scope, text(inputs, key) ?? ""));
    if (own === undefined || other === undefined || own === other || isConnected(scope, own)) return undefined;
    return "You have specified two resources that belong to different networks.";
  },
});
