import { beforeEach, describe, expect, it } from "vitest";
import { modelOf } from "../../../sandbox/models";
import { diffInputs } from "../../../sandbox/operations/diff";
import { unknown } from "../../../sandbox/values";
import {
  account,
  change,
  cloud,
  drop,
  make,
  makeSubnet,
  makeVpc,
  preview,
  refusal,
  scope,
  startCloud,
  subnetType,
  vpcType,
} from "../../support/models";

beforeEach(startCloud);

const launchTemplateType = "aws:ec2/launchTemplate:LaunchTemplate";

describe("networks", () => {
  it.each(["10.0.0.0/16", "10.0.0.0/28"])("takes a VPC of %s", (cidrBlock) => {
    expect(make(vpcType, { cidrBlock }).outputs.cidrBlock).toBe(cidrBlock);
  });

  it("judges nothing that is not known yet, and not by a cloud that the update may change", () => {
    const vpc = makeVpc();
    makeSubnet(vpc.id, "10.0.0.0/24");
    expect(preview(subnetType, { vpcId: unknown, cidrBlock: unknown }).arn).toBe(unknown);
    expect(preview(subnetType, { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" }).arn).toBe(unknown);
    expect(refusal(() => preview(subnetType, { vpcId: "vpc-0123456789abcdef0", cidrBlock: "10.0.0.0/24" }))).toBe(
      "InvalidVpcID.NotFound",
    );
  });

  it("deletes a VPC with its default objects, once nothing else is in it", () => {
    const vpc = makeVpc();
    const subnet = makeSubnet(vpc.id, "10.0.0.0/24");
    drop(subnet);
    drop(vpc);
    expect(cloud.list(account, "eu-west-1")).toEqual([]);
  });

  it("adopts a default security group and gives it back", () => {
    const vpc = makeVpc();
    const adopted = make("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", { vpcId: vpc.id });
    expect(adopted.id).toBe(vpc.outputs.defaultSecurityGroupId);
    drop(adopted);
    expect(scope.find(adopted.type, adopted.id)?.owner).toBe(vpc.id);
    drop(vpc);
    expect(cloud.list(account, "eu-west-1")).toEqual([]);
  });

  it("gives a VPC an IPv6 block when it is asked for one, the same for as long as it is", () => {
    const vpc = makeVpc();
    expect(vpc.outputs.ipv6CidrBlock).toBeUndefined();
    const asked = change(vpc, { assignGeneratedIpv6CidrBlock: true });
    expect(asked.outputs.ipv6CidrBlock).toMatch(/^2a05:d018:[0-9a-f]+:[0-9a-f]*00::\/56$/);
    expect(change(asked, { tags: {} }).outputs.ipv6CidrBlock).toBe(asked.outputs.ipv6CidrBlock);
    expect(change(asked, { assignGeneratedIpv6CidrBlock: false }).outputs.ipv6CidrBlock).toBeUndefined();
  });

  it("puts a subnet into the zone of the id that is given", () => {
    const inputs = { vpcId: makeVpc().id, cidrBlock: "10.0.0.0/24", availabilityZoneId: "euw1-az2" };
    expect(make(subnetType, inputs).outputs.availabilityZone).toBe("eu-west-1b");
  });

  it("says which address a NAT gateway has, and frees all when the gateway is gone", () => {
    const vpc = makeVpc();
    const subnet = makeSubnet(vpc.id, "10.0.0.0/24");
    const igw = make("aws:ec2/internetGateway:InternetGateway", { vpcId: vpc.id });
    const eip = make("aws:ec2/eip:Eip", { domain: "vpc" });
    const nat = make("aws:ec2/natGateway:NatGateway", { subnetId: subnet.id, allocationId: eip.id });
    expect(nat.outputs.publicIp).toBe(eip.outputs.publicIp);
    for (const resource of [nat, eip, igw, subnet]) drop(resource);
  });

  it("ends the associations of a route table that is deleted, as the provider does", () => {
    const vpc = makeVpc();
    const table = make("aws:ec2/routeTable:RouteTable", { vpcId: vpc.id });
    const ends = { routeTableId: table.id, subnetId: makeSubnet(vpc.id, "10.0.0.0/24").id };
    const association = make("aws:ec2/routeTableAssociation:RouteTableAssociation", ends);
    drop(table);
    expect(scope.find(association.type, association.id)).toBeUndefined();
  });

  it("names a route by its table and destination", () => {
    const vpc = makeVpc();
    const gatewayId = make("aws:ec2/internetGateway:InternetGateway", { vpcId: vpc.id }).id;
    const routeTableId = make("aws:ec2/routeTable:RouteTable", { vpcId: vpc.id }).id;
    const route = make("aws:ec2/route:Route", { routeTableId, destinationCidrBlock: "0.0.0.0/0", gatewayId });
    expect(route.id).toMatch(/^r-rtb-0[0-9a-f]{16}\d+$/);
  });
});

describe("launch templates", () => {
  it("have a version for each change of their data, and for no other", () => {
    const first = make(launchTemplateType, { name: "nodes", imageId: "ami-1", updateDefaultVersion: true });
    expect(first.outputs).toMatchObject({ latestVersion: 1, defaultVersion: 1 });
    const tagged = change(first, { tagsAll: { team: "web" } });
    expect(tagged.outputs).toMatchObject({ latestVersion: 1, defaultVersion: 1 });
    const second = change(tagged, { imageId: "ami-2" });
    expect(second.outputs).toMatchObject({ latestVersion: 2, defaultVersion: 2 });
    expect(change(second, { updateDefaultVersion: false, imageId: "ami-3" }).outputs).toMatchObject({
      latestVersion: 3,
      defaultVersion: 2,
    });
  });

  it("may name what is not there: AWS looks at that when an instance starts", () => {
    expect(() =>
      make(launchTemplateType, { name: "nodes", vpcSecurityGroupIds: ["sg-0123456789abcdef0"] }),
    ).not.toThrow();
  });
});

it.each([
  ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { ipProtocol: "tcp" }, { ipProtocol: "6" }],
  [
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    { cidrIpv6: "2001:db8::/32" },
    { cidrIpv6: "2001:0DB8:0::/32" },
  ],
  ["aws:ec2/securityGroupRule:SecurityGroupRule", { protocol: "all" }, { protocol: "-1" }],
  ["aws:ec2/securityGroup:SecurityGroup", { ingress: [{ protocol: "17" }] }, { ingress: [{ protocol: "udp" }] }],
  ["aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", { egress: [{ protocol: "tcp" }] }, { egress: [{ protocol: "6" }] }],
  [subnetType, { ipv6CidrBlock: "2001:db8::/64" }, { ipv6CidrBlock: "2001:DB8::/64" }],
  ["aws:ec2/route:Route", { destinationIpv6CidrBlock: "::/0" }, { destinationIpv6CidrBlock: "0::/0" }],
])("sees no change of %s from %o to %o", (type, olds, news) => {
  expect([...diffInputs(modelOf(type), olds, news).changes]).toEqual([]);
});
