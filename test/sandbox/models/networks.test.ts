import { beforeEach, describe, expect, it } from "vitest";
import { unknown } from "../../../sandbox/values";
import {
  account,
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

describe("networks", () => {
  it.each(["10.0.0.0/16", "10.0.0.0/28"])("takes a VPC of %s", (cidrBlock) => {
    expect(make(vpcType, { cidrBlock }).outputs.cidrBlock).toBe(cidrBlock);
  });

  it.each(["10.0.0.0/15", "10.0.0.0/29", "10.0.0.1/16", "banana"])(
    "refuses a VPC of %s, at preview too",
    (cidrBlock) => {
      expect(refusal(() => make(vpcType, { cidrBlock }))).toBe("InvalidVpc.Range");
      expect(refusal(() => preview(vpcType, { cidrBlock }))).toBe("InvalidVpc.Range");
    },
  );

  it("refuses a subnet outside its VPC, over another, of an unknown VPC or zone", () => {
    const vpc = makeVpc();
    makeSubnet(vpc.id, "10.0.0.0/24");
    expect(refusal(() => makeSubnet(vpc.id, "10.1.0.0/24"))).toBe("InvalidSubnet.Range");
    expect(refusal(() => makeSubnet(vpc.id, "10.0.0.128/25"))).toBe("InvalidSubnet.Conflict");
    expect(refusal(() => makeSubnet("vpc-0", "10.0.1.0/24"))).toBe("InvalidVpcID.NotFound");
    expect(refusal(() => makeSubnet(vpc.id, "10.0.1.0/24", "eu-west-1z"))).toBe("InvalidParameterValue");
    makeSubnet(vpc.id, "10.0.1.0/24");
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
    expect(refusal(() => drop(vpc))).toBe("DependencyViolation");
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

  it("keeps an address, a gateway and a subnet while a NAT gateway uses them", () => {
    const vpc = makeVpc();
    const subnet = makeSubnet(vpc.id, "10.0.0.0/24");
    const igw = make("aws:ec2/internetGateway:InternetGateway", { vpcId: vpc.id });
    const eip = make("aws:ec2/eip:Eip", { domain: "vpc" });
    const nat = make("aws:ec2/natGateway:NatGateway", { subnetId: subnet.id, allocationId: eip.id });
    expect(nat.outputs.publicIp).toBe(eip.outputs.publicIp);
    expect(refusal(() => drop(subnet))).toBe("DependencyViolation");
    expect(refusal(() => drop(igw))).toBe("DependencyViolation");
    expect(refusal(() => drop(eip))).toBe("InvalidIPAddress.InUse");
    for (const resource of [nat, eip, igw, subnet]) drop(resource);
  });

  it("refuses a second internet gateway, a second route and a second association", () => {
    const vpc = makeVpc();
    const subnet = makeSubnet(vpc.id, "10.0.0.0/24");
    const igw = make("aws:ec2/internetGateway:InternetGateway", { vpcId: vpc.id });
    const table = make("aws:ec2/routeTable:RouteTable", { vpcId: vpc.id });
    const route = { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: igw.id };
    const association = { routeTableId: table.id, subnetId: subnet.id };
    expect(make("aws:ec2/route:Route", route).id).toMatch(/^r-rtb-0[0-9a-f]{16}\d+$/);
    make("aws:ec2/routeTableAssociation:RouteTableAssociation", association);
    expect(refusal(() => make("aws:ec2/internetGateway:InternetGateway", { vpcId: vpc.id }))).toBe(
      "Resource.AlreadyAssociated",
    );
    expect(refusal(() => make("aws:ec2/route:Route", route))).toBe("RouteAlreadyExists");
    expect(refusal(() => make("aws:ec2/routeTableAssociation:RouteTableAssociation", association))).toBe(
      "Resource.AlreadyAssociated",
    );
  });

  it("keeps a security group that another one's rule names", () => {
    const vpc = makeVpc();
    const group = make("aws:ec2/securityGroup:SecurityGroup", { vpcId: vpc.id, name: "one" });
    const other = make("aws:ec2/securityGroup:SecurityGroup", { vpcId: vpc.id, name: "two" });
    expect(refusal(() => make(group.type, { vpcId: vpc.id, name: "one" }))).toBe("InvalidGroup.Duplicate");
    const ruleType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    const inputs = { securityGroupId: other.id, referencedSecurityGroupId: group.id, ipProtocol: "-1" };
    const rule = make(ruleType, inputs);
    expect(refusal(() => make(ruleType, inputs))).toBe("InvalidPermission.Duplicate");
    expect(refusal(() => drop(group))).toBe("DependencyViolation");
    drop(rule);
    drop(group);
  });
});
