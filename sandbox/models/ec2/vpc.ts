import { countQuota } from "../../quotas/quota";
import { vpcQuotas } from "../../quotas/vpc";
import { ec2Id } from "../ids";
import type { Model } from "../model";
import { cidrRangeRefusal } from "./cidr-range";
import { defaultObjectId, makeDefaultObjects } from "./default-objects";

/** Types whose things AWS wants gone before their VPC. */
const contents = [
  "aws:ec2/subnet:Subnet",
  "aws:ec2/internetGateway:InternetGateway",
  "aws:ec2/natGateway:NatGateway",
  "aws:ec2/routeTable:RouteTable",
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/vpcEndpoint:VpcEndpoint",
];

const type = "aws:ec2/vpc:Vpc";

export const vpc: Model = {
  type,
  schema: "internal/service/ec2/vpc_.go",
  tagged: true,
  defaults: { enableDnsSupport: true, instanceTenancy: "default" },
  immutable: ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength"],
  // A dedicated VPC can become a default one; the other way needs a new VPC.
  replaces: (olds, news) =>
    olds.instanceTenancy === "dedicated" && news.instanceTenancy === "default" ? [] : ["instanceTenancy"],
  refusals: [
    cidrRangeRefusal("InvalidVpc.Range", "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html"),
    countQuota(
      vpcQuotas.vpcs,
      { code: "VpcLimitExceeded", message: () => "The maximum number of VPCs has been reached." },
      ({ scope }) => scope.list(type).length,
    ),
    {
      code: "DependencyViolation",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpc.html",
      on: ["delete"],
      retried: true,
      when: ({ scope, prior }) => {
        const isFull = contents.some((type) => scope.list(type).some(({ outputs }) => outputs.vpcId === prior?.id));
        return isFull ? `The vpc '${prior?.id}' has dependencies and cannot be deleted.` : undefined;
      },
    },
  ],
  id: ec2Id("vpc"),
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `vpc/${id}`),
    cidrBlock: () => undefined,
    ownerId: ({ scope }) => scope.account,
    dhcpOptionsId: ({ scope }) => `dopt-0${Buffer.from(scope.account).toString("hex").slice(0, 16)}`,
    enableDnsHostnames: () => false,
    enableNetworkAddressUsageMetrics: () => false,
    defaultSecurityGroupId: ({ id }) => defaultObjectId("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", id),
    defaultRouteTableId: ({ id }) => defaultObjectId("aws:ec2/defaultRouteTable:DefaultRouteTable", id),
    mainRouteTableId: ({ id }) => defaultObjectId("aws:ec2/defaultRouteTable:DefaultRouteTable", id),
    defaultNetworkAclId: ({ id }) => defaultObjectId("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", id),
  },
  made: ({ scope, id }) => makeDefaultObjects(scope, id),
};
