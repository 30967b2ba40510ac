import { countQuota } from "../../quotas/quota";
import { vpcQuotas } from "../../quotas/vpc";
import { text } from "../../values";
import { ec2Id } from "../ids";
import type { Model, Request } from "../model";
import { internetGatewayType as type } from "./gateways";
import { action } from "./parameters";
import { vpcReference } from "./references";

const detachRefusal = {
  code: "DependencyViolation",
  source: action("DetachInternetGateway"),
  retried: true,
};

/** A VPC's public NAT gateways have addresses that work through its internet gateway. */
function mappedAddresses({ scope, prior }: Request): string | undefined {
  const vpcId = text(prior?.outputs ?? {}, "vpcId") ?? "";
  const gateways = scope.having("aws:ec2/natGateway:NatGateway", "vpcId", vpcId);
  return gateways.some(({ outputs }) => outputs.connectivityType !== "private")
    ? `Network ${vpcId} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.`
    : undefined;
}

export const internetGateway: Model = {
  type,
  schema: "internal/service/ec2/vpc_internet_gateway.go",
  immutable: [],
  tagged: true,
  references: { vpcId: vpcReference },
  refusals: [
    countQuota(
      vpcQuotas.internetGateways,
      {
        code: "InternetGatewayLimitExceeded",
        message: () => "The maximum number of internet gateways has been reached.",
      },
      ({ scope }) => scope.list(type).length,
    ),
    {
      code: "Resource.AlreadyAssociated",
      source: action("AttachInternetGateway"),
      when: ({ scope, inputs, prior }) => {
        const vpcId = text(inputs, "vpcId") ?? "";
        const other = scope.having(type, "vpcId", vpcId).find(({ id }) => id !== prior?.id);
        return other && `resource ${other.id} is already attached to network ${vpcId}`;
      },
    },
    { ...detachRefusal, on: ["delete"], when: mappedAddresses },
    {
      ...detachRefusal,
      on: ["update"],
      when: (request) => (request.inputs.vpcId === request.prior?.outputs.vpcId ? undefined : mappedAddresses(request)),
    },
  ],
  id: ec2Id("igw"),
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `internet-gateway/${id}`),
    ownerId: ({ scope }) => scope.account,
    vpcId: () => undefined,
  },
};
