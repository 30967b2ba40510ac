import { describe, expect, it } from "vitest";
import { changedProperties } from "../../../cli/drift/compare";
import { withoutGathered } from "../../../cli/drift/gathered";
import type { RecordedResource } from "../../../cli/recovery/deployment";

type Properties = Record<string, unknown>;

function found(type: string, recorded: Properties, actual: Properties, states: RecordedResource[], detailed = {}) {
  const compared = { type, id: "it", recorded, actual, detailed };
  const changes = changedProperties({ ...compared, ignored: [] });
  return withoutGathered(changes, compared, states).map(({ path, kind }) => `${kind} ${path}`);
}

const resource = (type: string, outputs: Properties): RecordedResource => ({ urn: "urn", type, outputs });

const group = "aws:ec2/securityGroup:SecurityGroup";
const https = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"], self: false };
const ssh = { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] };
const httpsRule = resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
  securityGroupId: "it",
  ipProtocol: "tcp",
  fromPort: 443,
  toPort: 443,
  cidrIpv4: "10.0.0.0/16",
});

describe("withoutGathered", () => {
  it("keeps of a group's rules those that no resource made", () => {
    expect(found(group, { ingress: [] }, { ingress: [https] }, [httpsRule])).toEqual([]);
    expect(found(group, { ingress: [] }, { ingress: [https, ssh] }, [httpsRule])).toEqual(["add ingress[1]"]);
    expect(found(group, { egress: [] }, { egress: [https] }, [httpsRule])).toEqual(["add egress[0]"]);
  });

  it("finds a foreign source in a rule that AWS put together with ours", () => {
    const together = { ...https, cidrBlocks: ["10.0.0.0/16", "0.0.0.0/0"] };
    expect(found(group, { ingress: [] }, { ingress: [together] }, [httpsRule])).toEqual(["add ingress[0]"]);
  });

  it("knows the older kind of rule, all protocols, and the group itself as source", () => {
    const older = resource("aws:ec2/securityGroupRule:SecurityGroupRule", {
      securityGroupId: "it",
      type: "egress",
      protocol: "-1",
      fromPort: 0,
      toPort: 0,
      cidrBlocks: ["0.0.0.0/0"],
    });
    const itself = resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", {
      securityGroupId: "it",
      ipProtocol: "-1",
      referencedSecurityGroupId: "it",
    });
    const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"], self: true }];
    expect(found(group, { egress: [] }, { egress }, [older, itself])).toEqual([]);
    expect(found(group, { egress: [] }, { egress }, [older])).toEqual(["add egress[0]"]);
  });

  it("leaves to the provider what the program sets", () => {
    const detailed = { "ingress[0].fromPort": "update" };
    expect(found(group, { ingress: [https] }, { ingress: [{ ...https, fromPort: 80 }] }, [], detailed)).toEqual([
      "update ingress[0].fromPort",
    ]);
  });

  it("keeps foreign routes, attached and inline policies", () => {
    const table = "aws:ec2/routeTable:RouteTable";
    const route = resource("aws:ec2/route:Route", {
      routeTableId: "it",
      destinationCidrBlock: "0.0.0.0/0",
      natGatewayId: "nat-1",
    });
    const ours = { cidrBlock: "0.0.0.0/0", natGatewayId: "nat-1", gatewayId: "" };
    const foreign = { cidrBlock: "10.9.0.0/16", gatewayId: "igw-1" };
    expect(found(table, { routes: [] }, { routes: [ours, foreign] }, [route])).toEqual(["add routes[1]"]);
    expect(found(table, { routes: [] }, { routes: [{ ...ours, natGatewayId: "nat-2" }] }, [route])).toHaveLength(1);

    const role = "aws:iam/role:Role";
    const attached = resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", { role: "it", policyArn: "arn:a" });
    const inline = resource("aws:iam/rolePolicy:RolePolicy", { role: "it", name: "own", policy: "{}" });
    const actual = { managedPolicyArns: ["arn:a", "arn:b"], inlinePolicies: [{ name: "own", policy: "{}" }] };
    expect(found(role, {}, actual, [attached, inline])).toEqual(["add managedPolicyArns[1]"]);
    expect(found(role, {}, actual, [attached])).toEqual(["add managedPolicyArns[1]", "add inlinePolicies[0]"]);
  });
});
