import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { modelOf } from "../../../sandbox/models";
import { diffInputs } from "../../../sandbox/operations/diff";
import { type Properties, unknown, type Value } from "../../../sandbox/values";

const cluster = modelOf("aws:eks/cluster:Cluster");
const role = modelOf("aws:iam/role:Role");
const generic = modelOf("aws:sqs/queue:Queue");

/** Paths of a diff; those that replace have an exclamation mark. */
function paths(model = generic, olds: Properties = {}, news: Properties = {}): string[] {
  const { changes } = diffInputs(model, olds, news);
  return [...changes].map(([path, { kind, replaces }]) => `${kind} ${path}${replaces ? " !" : ""}`).sort();
}

describe("diffInputs", () => {
  it("names nested paths, and those that are no identifiers in brackets", () => {
    const olds = { a: { b: [{ c: 1 }, { c: 2 }] }, tags: { "a.b/c": "x" } };
    const news = { a: { b: [{ c: 1 }, { c: 3 }, { c: 4 }] }, tags: { "a.b/c": "y" }, d: true };
    expect(paths(generic, olds, news)).toEqual(["add a.b[2]", "add d", "update a.b[1].c", 'update tags["a.b/c"]']);
    expect(paths(generic, news, olds)).toContain("delete a.b[2]");
  });

  it("takes what is not known yet as a change", () => {
    expect(paths(generic, { a: "x" }, { a: unknown })).toEqual(["update a"]);
  });

  it("takes absent and null as the same", () => {
    expect(paths(generic, { a: null }, {})).toEqual([]);
  });

  it("replaces for an immutable property, also inside lists and whole objects", () => {
    expect(paths(role, { path: "/" }, { path: "/app/" })).toEqual(["update path !"]);
    expect(
      paths(
        cluster,
        { kubernetesNetworkConfig: { ipFamily: "ipv4" } },
        { kubernetesNetworkConfig: { ipFamily: "ipv6" } },
      ),
    ).toEqual(["update kubernetesNetworkConfig.ipFamily !"]);
    expect(paths(cluster, {}, { kubernetesNetworkConfig: { ipFamily: "ipv6" } })).toEqual([
      "add kubernetesNetworkConfig !",
    ]);
    expect(paths(cluster, {}, { kubernetesNetworkConfig: { elasticLoadBalancing: { enabled: true } } })).toEqual([
      "add kubernetesNetworkConfig",
    ]);
  });

  it("replaces a cluster whose encryption is taken away, and updates one that gets it", () => {
    const encrypted = { encryptionConfig: { resources: ["secrets"], provider: { keyArn: "arn:…" } } };
    expect(paths(cluster, encrypted, {})).toEqual(["delete encryptionConfig !"]);
    expect(paths(cluster, {}, encrypted)).toEqual(["add encryptionConfig"]);
  });

  it("replaces a cluster whose nodes get another role, and updates one that gives up its node pools", () => {
    const pools = { enabled: true, nodePools: ["system"], nodeRoleArn: "arn:one" };
    const change = (news: Properties) => paths(cluster, { computeConfig: pools }, { computeConfig: news });
    expect(change({ ...pools, nodeRoleArn: "arn:two" })).toEqual(["update computeConfig.nodeRoleArn !"]);
    expect(change({ enabled: true, nodePools: ["system"] })).toEqual(["delete computeConfig.nodeRoleArn !"]);
    expect(change({ enabled: true, nodePools: [] })).toEqual([
      "delete computeConfig.nodePools[0]",
      "delete computeConfig.nodeRoleArn",
    ]);
    expect(change({ enabled: false })).not.toContain("delete computeConfig.nodeRoleArn !");
  });

  it("replaces a rule that is for another kind of source, and updates one for another of the same kind", () => {
    const rule = modelOf("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
    const open = { cidrIpv4: "0.0.0.0/0" };
    expect(paths(rule, open, { cidrIpv4: "10.0.0.0/8" })).toEqual(["update cidrIpv4"]);
    expect(paths(rule, open, { prefixListId: "pl-1" })).toEqual(["add prefixListId !", "delete cidrIpv4 !"]);
  });

  it("replaces what only some subnets, endpoints and NAT gateways must be replaced for", () => {
    const subnet = modelOf("aws:ec2/subnet:Subnet");
    const block = (assignIpv6AddressOnCreation: boolean, ipv6CidrBlock: string) => ({
      assignIpv6AddressOnCreation,
      ipv6CidrBlock,
    });
    expect(paths(subnet, block(true, "fd00::/64"), block(true, "fd01::/64"))).toEqual(["update ipv6CidrBlock !"]);
    expect(paths(subnet, block(false, "fd00::/64"), block(false, "fd01::/64"))).toEqual(["update ipv6CidrBlock"]);

    const endpoint = modelOf("aws:ec2/vpcEndpoint:VpcEndpoint");
    const dns = (vpcEndpointType: string, privateDnsEnabled: boolean) => ({ vpcEndpointType, privateDnsEnabled });
    expect(paths(endpoint, dns("Interface", false), dns("Interface", true))).toEqual(["update privateDnsEnabled"]);
    expect(paths(endpoint, dns("Resource", false), dns("Resource", true))).toEqual(["update privateDnsEnabled !"]);

    const nat = modelOf("aws:ec2/natGateway:NatGateway");
    const hidden = { connectivityType: "private" };
    expect(paths(nat, hidden, { ...hidden, secondaryPrivateIpAddressCount: 2 })).toEqual([
      "add secondaryPrivateIpAddressCount !",
    ]);
    const regional = { availabilityMode: "regional" };
    const zones = (...names: string[]) => ({
      ...regional,
      availabilityZoneAddresses: names.map((availabilityZone) => ({ availabilityZone })),
    });
    expect(paths(nat, regional, zones("eu-west-1a"))).toEqual(["add availabilityZoneAddresses !"]);
    expect(paths(nat, zones("eu-west-1a"), zones("eu-west-1a", "eu-west-1b"))).toEqual([
      "add availabilityZoneAddresses[1]",
    ]);
  });

  it("ignores the order of a set and names only what is new or gone in it", () => {
    const subnets = (...ids: string[]) => ({ vpcConfig: { subnetIds: ids } });
    expect(paths(cluster, subnets("a", "b"), subnets("b", "a"))).toEqual([]);
    expect(paths(cluster, subnets("a", "b"), subnets("b", "a", "c"))).toEqual(["add vpcConfig.subnetIds[2]"]);
    expect(paths(cluster, subnets("a", "b"), subnets("b"))).toEqual(["delete vpcConfig.subnetIds[0]"]);
  });

  it("compares policy documents by what they say", () => {
    const one = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sts:AssumeRole"]}]}';
    const same = '{"Statement":{"Action":"sts:AssumeRole","Effect":"Allow"},"Version":"2012-10-17"}';
    const other = one.replace("Allow", "Deny");
    expect(paths(role, { assumeRolePolicy: one }, { assumeRolePolicy: same })).toEqual([]);
    expect(paths(role, { assumeRolePolicy: one }, { assumeRolePolicy: other })).toEqual(["update assumeRolePolicy"]);
  });

  it("keeps what AWS chose when the program stops saying it", () => {
    expect(paths(cluster, { version: "1.34" }, {})).toEqual([]);
    expect(paths(cluster, { vpcConfig: { publicAccessCidrs: ["0.0.0.0/0"] } }, { vpcConfig: {} })).toEqual([]);
  });

  it("deletes first where the program keeps a name", () => {
    const before = { name: "app", path: "/", __defaults: [] };
    const named = diffInputs(role, before, { ...before, path: "/app/" });
    expect(named.deleteBeforeReplace).toBe(true);
    const auto = { ...before, __defaults: ["name"] };
    expect(diffInputs(role, auto, { ...auto, path: "/app/" }).deleteBeforeReplace).toBe(false);
  });

  it("finds no change between equal inputs, and some between unequal ones", () => {
    const values: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom("a", "b", "c.d"), tie("value"), { maxKeys: 3 }),
      ),
    })).value;
    fc.assert(
      fc.property(values, values, (one, other) => {
        expect(paths(generic, { p: one }, { p: structuredClone(one) })).toEqual([]);
        const isSame = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect(paths(generic, { p: one }, { p: other }).length > 0).toBe(!isSame);
      }),
    );
  });
});

function sorted(value: Value): Value {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
