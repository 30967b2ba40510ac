import { beforeEach, describe, expect, it } from "vitest";
import type { CloudResource } from "../../../sandbox/cloud/resource";
import { modelOf } from "../../../sandbox/models";
import { observed } from "../../../sandbox/operations/observe";
import type { Properties } from "../../../sandbox/values";
import { make, makeRole, makeVpc, scope, startCloud } from "../../support/models";

beforeEach(startCloud);

const defaultTags = { environment: "dev" };

/** What a read answers beside `recorded`. */
function seen(found: CloudResource, recorded: Partial<Pick<CloudResource, "inputs" | "outputs">> = {}) {
  const both = { inputs: recorded.inputs ?? found.inputs, outputs: recorded.outputs ?? found.outputs };
  return observed(modelOf(found.type), found, both, { scope: scope.in(found.region), defaultTags });
}

describe("a read beside what is recorded", () => {
  it("keeps sets in their recorded order and what was added behind", () => {
    const found: CloudResource = { ...makeVpc(), type: "aws:eks/cluster:Cluster" };
    const subnets = (...subnetIds: string[]): Properties => ({ vpcConfig: { subnetIds } });
    const read = seen({ ...found, outputs: subnets("c", "a", "b") }, { outputs: subnets("a", "b") });
    expect(read.outputs).toEqual(subnets("a", "b", "c"));
  });

  it("keeps a document's recorded text while it says the same", () => {
    const role = makeRole();
    const text = String(role.outputs.assumeRolePolicy);
    const spaced = JSON.stringify(JSON.parse(text), null, 2);
    expect(seen(role, { outputs: { assumeRolePolicy: spaced } }).outputs.assumeRolePolicy).toBe(spaced);
    const other = text.replace("sts:AssumeRole", "sts:TagSession");
    expect(seen(role, { outputs: { assumeRolePolicy: other } }).outputs.assumeRolePolicy).toBe(text);
  });

  it("takes no tag of all things as the resource's own, but where the program says it or somebody changed it", () => {
    const vpc = makeVpc();
    const tagged = (environment: string): CloudResource => ({ ...vpc, outputs: { tags: { environment, Name: "x" } } });
    expect(seen(tagged("dev"), { outputs: {} }).outputs.tags).toEqual({ Name: "x" });
    expect(seen(tagged("prod"), { outputs: {} }).outputs.tags).toEqual({ environment: "prod", Name: "x" });
    const said = { outputs: { tags: { environment: "dev" } } };
    expect(seen(tagged("dev"), said).outputs.tags).toEqual({ environment: "dev", Name: "x" });
  });

  it("takes a default that somebody changed for one no longer", () => {
    const role = makeRole();
    expect(seen(role).inputs.__defaults).toContain("maxSessionDuration");
    const changed = { ...role, inputs: { ...role.inputs, maxSessionDuration: 7200 } };
    expect(seen(changed, { inputs: role.inputs }).inputs.__defaults).not.toContain("maxSessionDuration");
    // Of what is imported nothing is recorded.
    expect(seen(role, { inputs: {} }).inputs.__defaults).toEqual([]);
  });

  it("finds in a group, a table and a role what other things put there", () => {
    const vpc = makeVpc();
    const group = make("aws:ec2/securityGroup:SecurityGroup", { vpcId: vpc.id });
    const rule = { ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/16" };
    make("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { securityGroupId: group.id, ...rule });
    expect(seen(group).outputs).toMatchObject({
      egress: [],
      ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"], self: false }],
    });
    const table = make("aws:ec2/routeTable:RouteTable", { vpcId: vpc.id });
    const gateway = make("aws:ec2/internetGateway:InternetGateway", { vpcId: vpc.id });
    const to = { destinationCidrBlock: "0.0.0.0/0", gatewayId: gateway.id };
    make("aws:ec2/route:Route", { routeTableId: table.id, ...to });
    expect(seen(table).outputs.routes).toMatchObject([
      { cidrBlock: "0.0.0.0/0", gatewayId: gateway.id, natGatewayId: "" },
    ]);
    const role = makeRole();
    make("aws:iam/rolePolicyAttachment:RolePolicyAttachment", {
      role: role.id,
      policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
    });
    expect(seen(role).outputs.managedPolicyArns).toEqual(["arn:aws:iam::aws:policy/ReadOnlyAccess"]);
  });
});
