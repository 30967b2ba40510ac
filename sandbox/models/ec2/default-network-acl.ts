import { text } from "../../values";
import type { Model } from "../model";
import { giveBack } from "./default-objects";
import { canonicalIpv6Cidr } from "./ipv6";
import { aclProtocol, networkAclRefusals } from "./network-acl-refusals";
import { networkAclReference, subnetReference } from "./references";

const type = "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl";

export const defaultNetworkAcl: Model = {
  type,
  schema: "internal/service/ec2/vpc_default_network_acl.go",
  tagged: true,
  immutable: ["defaultNetworkAclId"],
  sets: ["egress", "ingress", "subnetIds"],
  references: { defaultNetworkAclId: networkAclReference, subnetIds: subnetReference },
  refusals: networkAclRefusals,
  same: {
    "egress.ipv6CidrBlock": canonicalIpv6Cidr,
    "egress.protocol": aclProtocol,
    "ingress.ipv6CidrBlock": canonicalIpv6Cidr,
    "ingress.protocol": aclProtocol,
  },
  id: ({ inputs }) => text(inputs, "defaultNetworkAclId") ?? "",
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `network-acl/${id}`),
    ownerId: ({ scope }) => scope.account,
    vpcId: ({ scope, id }) => scope.find(type, id)?.outputs.vpcId,
  },
  deleted: ({ prior }) => giveBack(prior),
};
