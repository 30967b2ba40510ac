import type { Review } from "../../../review/model/schema";
import { urnOf, vpc } from "./urns";

const part = (type: string, name: string, op: Review["networks"][number]["op"] = "same") => ({
  ...{ urn: urnOf("prod-network", type, name), name, op },
});

/** A VPC of three zones, with a subnet that comes and a NAT gateway that goes. */
export function network(): Review["networks"][number] {
  const zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];
  const tiers = [
    ["public", "public", 192],
    ["private", "private", 0],
    ["intra", "isolated", 208],
  ] as const;
  const subnets = tiers.flatMap(([tier, kind, start]) =>
    zones.map((zone, index) => ({
      ...part(
        "aws:ec2/subnet:Subnet",
        `prod-${tier}-${zone}`,
        zone.endsWith("c") && tier === "intra" ? "create" : "same",
      ),
      ...{ zone, kind, cidr: tier === "private" ? `10.30.${index * 32}.0/19` : `10.30.${start + index * 4}.0/22` },
    })),
  );
  const [, , last] = subnets;
  return {
    ...{
      urn: vpc,
      name: "prod",
      op: "same",
      stack: "prod-network",
      cidr: "10.30.0.0/16",
      region: "eu-west-1",
      subnets,
    },
    gateways: [
      { ...part("aws:ec2/internetGateway:InternetGateway", "prod"), kind: "internet", subnet: "" },
      { ...part("aws:ec2/natGateway:NatGateway", "prod-nat-eu-west-1a"), kind: "nat", subnet: subnets[0]?.urn ?? "" },
      {
        ...part("aws:ec2/natGateway:NatGateway", "prod-nat-eu-west-1c", "delete"),
        kind: "nat",
        subnet: last?.urn ?? "",
      },
    ],
    endpoints: [
      { ...part("aws:ec2/vpcEndpoint:VpcEndpoint", "prod-s3"), service: "s3", kind: "gateway" },
      { ...part("aws:ec2/vpcEndpoint:VpcEndpoint", "prod-ecr.api", "create"), service: "ecr.api", kind: "interface" },
    ],
  };
}
