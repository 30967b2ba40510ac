import { text } from "../../values";
import { ec2Id } from "../ids";
import type { Model } from "../model";
import { vpcReference } from "./references";

const type = "aws:ec2/internetGateway:InternetGateway";

export const internetGateway: Model = {
  type,
  schema: "internal/service/ec2/vpc_internet_gateway.go",
  tagged: true,
  immutable: [],
  references: { vpcId: vpcReference },
  refusals: [
    {
      code: "Resource.AlreadyAssociated",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachInternetGateway.html",
      retried: true,
      when: ({ scope, inputs, prior }) => {
        const vpcId = text(inputs, "vpcId");
        const other = scope.list(type).find(({ id, outputs }) => id !== prior?.id && outputs.vpcId === vpcId);
        if (vpcId === undefined || other === undefined) return undefined;
        return `resource ${other.id} is already attached to network ${vpcId}`;
      },
    },
    {
      code: "DependencyViolation",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DetachInternetGateway.html",
      on: ["delete"],
      retried: true,
      when: ({ scope, prior }) => {
        const vpcId = prior?.outputs.vpcId;
        const isUsed = scope.list("aws:ec2/natGateway:NatGateway").some(({ outputs }) => {
          if (outputs.connectivityType === "private") return false;
          const subnet = scope.find("aws:ec2/subnet:Subnet", text(outputs, "subnetId") ?? "");
          return vpcId !== undefined && (outputs.vpcId === vpcId || subnet?.outputs.vpcId === vpcId);
        });
        return isUsed
          ? `Network ${vpcId} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.`
          : undefined;
      },
    },
  ],
  id: ec2Id("igw"),
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `internet-gateway/${id}`),
    ownerId: ({ scope }) => scope.account,
    vpcId: () => undefined,
  },
};
