import { beforeEach, describe, expect, it } from "vitest";
import { invoke, invokeTokens } from "../../../sandbox/invokes";
import type { Properties } from "../../../sandbox/values";
import {
  account,
  drop,
  make,
  makeCluster,
  makeRole,
  makeSubnet,
  makeVpc,
  scope,
  startCloud,
} from "../../support/models";

beforeEach(startCloud);

const call = (name: string, args: Properties = {}) =>
  invoke(invokeTokens.find((token) => token.endsWith(`:${name}`)) ?? name, args, scope);

describe("invoke", () => {
  it("names a function that is not modelled", () => {
    expect(() => call("aws:ec2/getFleet:getFleet")).toThrow(
      "the sandbox does not model the function aws:ec2/getFleet:getFleet",
    );
  });

  it("says who and where the caller is", () => {
    expect(call("getCallerIdentity")).toMatchObject({
      accountId: account,
      arn: `arn:aws:sts::${account}:assumed-role/foundation-deploy/sandbox`,
    });
    expect(call("getRegion").region).toBe("eu-west-1");
    expect(call("getPartition")).toMatchObject({ partition: "aws", dnsSuffix: "amazonaws.com" });
  });

  it("finds the role behind a session", () => {
    const { arn } = call("getCallerIdentity");
    expect(call("getSessionContext", { arn: arn ?? "" })).toMatchObject({
      issuerArn: `arn:aws:iam::${account}:role/foundation-deploy`,
      issuerName: "foundation-deploy",
    });
    const role = `arn:aws:iam::${account}:role/app`;
    expect(call("getSessionContext", { arn: role }).issuerArn).toBe(role);
  });

  it("lists a region's zones", () => {
    expect(call("getAvailabilityZones")).toMatchObject({
      names: ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
      zoneIds: ["euw1-az1", "euw1-az2", "euw1-az3"],
    });
    expect(call("getAvailabilityZones", { region: "ap-southeast-2" }).zoneIds).toContain("apse2-az1");
    expect(call("getAvailabilityZone", { zoneId: "euw1-az2" }).name).toBe("eu-west-1b");
    expect(() => call("getAvailabilityZone", { name: "eu-west-1x" })).toThrow("Invalid availability zone");
  });

  it("finds networks by id, tag and filter", () => {
    const vpc = makeVpc();
    const one = makeSubnet(vpc.id, "10.0.0.0/24", "eu-west-1a");
    makeSubnet(vpc.id, "10.0.1.0/24", "eu-west-1b");
    make("aws:ec2/vpc:Vpc", { cidrBlock: "10.1.0.0/16", tags: { Name: "other" } });
    expect(call("getVpc", { tags: { Name: "oth*" } }).cidrBlock).toBe("10.1.0.0/16");
    expect(() => call("getVpc")).toThrow("multiple EC2 VPCs matched");
    expect(() => call("getVpc", { default: true })).toThrow("no matching EC2 VPC found");
    const filters = [
      { name: "vpc-id", values: [vpc.id] },
      { name: "availability-zone", values: ["eu-west-1a"] },
    ];
    expect(call("getSubnets", { filters }).ids).toEqual([one.id]);
    expect(() => call("getSubnets", { filters: [{ name: "outpost-arn", values: ["x"] }] })).toThrow(
      "does not model the filter outpost-arn",
    );
  });

  it("finds the associations of a route table", () => {
    const vpc = makeVpc();
    const subnet = makeSubnet(vpc.id, "10.0.0.0/24");
    const table = make("aws:ec2/routeTable:RouteTable", { vpcId: vpc.id });
    const association = { routeTableId: table.id, subnetId: subnet.id };
    const { id } = make("aws:ec2/routeTableAssociation:RouteTableAssociation", association);
    const found = { routeTableId: table.id, associations: [{ routeTableAssociationId: id, subnetId: subnet.id }] };
    expect(call("getRouteTable", { routeTableId: table.id })).toMatchObject(found);
    expect(call("getRouteTable", { subnetId: subnet.id })).toMatchObject(found);
  });

  it("finds resources by their tags, those without an ARN property too", () => {
    const subnet = makeSubnet(makeVpc().id, "10.0.0.0/24");
    const nat = make("aws:ec2/natGateway:NatGateway", {
      subnetId: subnet.id,
      connectivityType: "private",
      tags: { Name: "dev-a", owner: "platform" },
    });
    make("aws:kms/key:Key", { tags: { Name: "dev-a" } });
    const arnsOf = (args: Properties) => {
      const { resourceTagMappingLists } = call("getResources", args) as { resourceTagMappingLists: Properties[] };
      return resourceTagMappingLists.map(({ resourceArn }) => String(resourceArn));
    };
    const tagFilters = [{ key: "Name", values: ["dev-a"] }];
    expect(arnsOf({ tagFilters })).toHaveLength(2);
    expect(arnsOf({ tagFilters, resourceTypeFilters: ["ec2:natgateway"] })).toEqual([
      `arn:aws:ec2:eu-west-1:${account}:natgateway/${nat.id}`,
    ]);
    expect(arnsOf({ tagFilters: [...tagFilters, { key: "owner", values: [] }] })).toHaveLength(1);
    drop(nat);
    expect(arnsOf({ tagFilters, resourceTypeFilters: ["ec2:natgateway"] })).toEqual([]);
  });

  it("describes clusters, keys, aliases and roles that are there", () => {
    makeCluster();
    expect(call("getCluster", { name: "dev" })).toMatchObject({ version: "1.34", certificateAuthorities: [{}] });
    expect(() => call("getCluster", { name: "none" })).toThrow("No cluster found for name: none.");
    const key = make("aws:kms/key:Key", {});
    make("aws:kms/alias:Alias", { name: "alias/data", targetKeyId: key.id });
    expect(call("getKey", { keyId: "alias/data" })).toMatchObject({ keyId: key.id, keyState: "Enabled" });
    expect(call("getAlias", { name: "alias/data" }).targetKeyArn).toBe(key.outputs.arn);
    drop(key);
    expect(call("getKey", { keyId: key.id }).keyState).toBe("PendingDeletion");
    expect(call("getRole", { name: makeRole("reader").id }).arn).toBe(`arn:aws:iam::${account}:role/reader`);
  });

  it("knows the newest add-ons and images of a Kubernetes version", () => {
    expect(call("getAddonVersion", { addonName: "coredns", kubernetesVersion: "1.34" }).version).toMatch(
      /^v\d+\.\d+\.\d+-eksbuild\.\d+$/,
    );
    const name = "/aws/service/eks/optimized-ami/1.34/amazon-linux-2023/x86_64/standard/recommended";
    expect(call("getParameter", { name: `${name}/release_version` }).value).toBe("1.34.2-20261101");
    expect(call("getParameter", { name: `${name}/image_id` }).value).toMatch(/^ami-0[0-9a-f]{16}$/);
    expect(() => call("getParameter", { name: "/none" })).toThrow("couldn't find SSM parameter /none");
  });

  it("writes policy documents as IAM does", () => {
    const { json } = call("getPolicyDocument", {
      statements: [
        {
          sid: "Read",
          actions: ["s3:GetObject"],
          resources: ["a", "b"],
          principals: [{ type: "Service", identifiers: ["ec2.amazonaws.com"] }],
          conditions: [{ test: "StringEquals", variable: "aws:PrincipalOrgID", values: ["o-1"] }],
        },
      ],
    });
    expect(JSON.parse(String(json))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Read",
          Effect: "Allow",
          Action: "s3:GetObject",
          Resource: ["a", "b"],
          Principal: { Service: "ec2.amazonaws.com" },
          Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
        },
      ],
    });
  });
});
