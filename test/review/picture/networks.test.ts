import { describe, expect, it } from "vitest";
import { type NetworkArgs, NetworkNatMode } from "../../../components/network/types";
import type { VpcNetwork } from "../../../review/model/schema";
import type { Step } from "../../../review/model/step";
import { networksOf } from "../../../review/picture/networks";
import { beforeTheFirst, networkSteps } from "../../support/network-steps";
import { state, step } from "../../support/steps";

const of = (steps: readonly Step[]): VpcNetwork[] =>
  networksOf([{ steps: { stack: "dev-network", environment: "dev", layer: "network", steps } }]);

const zones = ["eu-west-1a", "eu-west-1b"];
const args: NetworkArgs = { cidr: "10.10.0.0/16", zones, interfaceEndpoints: ["ecr.api"] };

const kinds = ({ subnets }: VpcNetwork) => Object.fromEntries(subnets.map(({ name, kind }) => [name, kind]));

/** Without what is told in another way when ids are not known yet. */
const without = ({ op: _, subnets, gateways, endpoints, ...rest }: VpcNetwork) => ({
  ...rest,
  parts: [...subnets, ...gateways, ...endpoints].map(({ op: __, ...part }) => part),
});

describe("our own network", () => {
  it("is drawn as its component means it", async () => {
    const [network, ...others] = of(await networkSteps(args));
    expect(others).toEqual([]);
    expect(network).toMatchObject({ name: "dev", op: "same", cidr: "10.10.0.0/16", region: "eu-west-1" });
    expect(network && kinds(network)).toEqual({
      ...{ "dev-public-eu-west-1a": "public", "dev-public-eu-west-1b": "public" },
      ...{ "dev-private-eu-west-1a": "private", "dev-private-eu-west-1b": "private" },
      ...{ "dev-intra-eu-west-1a": "isolated", "dev-intra-eu-west-1b": "isolated" },
    });
    const urn = (name: string) => network?.subnets.find((subnet) => subnet.name === name)?.urn;
    expect(network?.gateways.map(({ kind, name, subnet }) => [kind, name, subnet])).toEqual([
      ["internet", "dev", ""],
      ["nat", "dev-nat-eu-west-1a", urn("dev-public-eu-west-1a")],
      ["nat", "dev-nat-eu-west-1b", urn("dev-public-eu-west-1b")],
    ]);
    expect(network?.endpoints.map(({ kind, service }) => [kind, service])).toEqual([
      ["gateway", "dynamodb"],
      ["gateway", "s3"],
      ["interface", "ecr.api"],
    ]);
    expect(network?.subnets.every(({ cidr, zone }) => cidr.startsWith("10.10.") && zones.includes(zone))).toBe(true);
  });

  it("is drawn the same before any of it is made", async () => {
    const steps = await networkSteps(args);
    const first = of(beforeTheFirst(steps));
    expect(first.map(without)).toEqual(of(steps).map(without));
    expect(new Set(first.flatMap(({ subnets, gateways }) => [...subnets, ...gateways]).map(({ op }) => op))).toEqual(
      new Set(["create"]),
    );
  });

  it("is drawn the same in whatever order the engine comes to it", async () => {
    const steps = await networkSteps(args);
    expect(of([...steps].reverse())).toEqual(of(steps));
  });

  it("has private subnets that reach nothing without NAT", async () => {
    const [network] = of(await networkSteps({ ...args, natMode: NetworkNatMode.None }));
    expect(network && kinds(network)["dev-private-eu-west-1a"]).toBe("isolated");
    expect(network?.gateways.map(({ kind }) => kind)).toEqual(["internet"]);
  });

  it("has a regional NAT gateway in no subnet", async () => {
    const [network] = of(await networkSteps({ ...args, natMode: NetworkNatMode.Regional }));
    expect(network?.gateways.filter(({ kind }) => kind === "nat").map(({ subnet }) => subnet)).toEqual([""]);
    expect(network && kinds(network)["dev-private-eu-west-1b"]).toBe("private");
  });
});

const same = (
  type: string,
  name: string,
  id: string,
  inputs: Step["diff"][number] | object,
  given: Partial<Step> = {},
) => {
  const there = state(inputs as never, { id });
  return step({ type, name, op: "same", old: there, new: there, ...given });
};
const vpc = same("aws:ec2/vpc:Vpc", "main", "vpc-1", { cidrBlock: "10.0.0.0/16" });
const subnet = (name: string, id: string, inputs: object = {}) =>
  same("aws:ec2/subnet:Subnet", name, id, {
    vpcId: "vpc-1",
    cidrBlock: "10.0.1.0/24",
    availabilityZone: "us-east-1a",
    ...inputs,
  });
const table = (name: string, id: string, routes: object[]) =>
  same("aws:ec2/routeTable:RouteTable", name, id, { vpcId: "vpc-1", routes });
const association = (name: string, subnetId: string, routeTableId: string) =>
  same("aws:ec2/routeTableAssociation:RouteTableAssociation", name, `rtbassoc-${name}`, { subnetId, routeTableId });

describe("a network of somebody's own", () => {
  it("tells subnets apart by routes in their tables, whatever they are called", () => {
    const steps = [
      ...[vpc, subnet("private-looking", "subnet-1"), subnet("public-looking", "subnet-2"), subnet("data", "subnet-3")],
      ...[table("a", "rtb-1", [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }]), association("a", "subnet-1", "rtb-1")],
      ...[
        table("b", "rtb-2", [{ cidrBlock: "0.0.0.0/0", natGatewayId: "nat-1" }]),
        association("b", "subnet-2", "rtb-2"),
      ],
      ...[
        table("c", "rtb-3", [{ cidrBlock: "10.8.0.0/16", transitGatewayId: "tgw-1" }]),
        association("c", "subnet-3", "rtb-3"),
      ],
    ];
    const [network] = of(steps);
    expect(network && kinds(network)).toEqual({
      "private-looking": "public",
      "public-looking": "private",
      data: "isolated",
    });
    expect(network?.region).toBe("us-east-1");
  });

  it("takes a way out over IPv6, and through a virtual private gateway, for what it is", () => {
    const steps = [
      ...[vpc, subnet("six", "subnet-1"), subnet("vpn", "subnet-2")],
      ...[table("a", "rtb-1", [{ ipv6CidrBlock: "::/0", gatewayId: "igw-1" }]), association("a", "subnet-1", "rtb-1")],
      ...[table("b", "rtb-2", [{ cidrBlock: "0.0.0.0/0", gatewayId: "vgw-1" }]), association("b", "subnet-2", "rtb-2")],
    ];
    const [network] = of(steps);
    expect(network && kinds(network)).toEqual({ six: "public", vpn: "private" });
  });

  it("gives a subnet without a table of its own the main one", () => {
    const main = same("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation", "main", "rtbassoc-1", {
      vpcId: "vpc-1",
      routeTableId: "rtb-1",
    });
    const [network] = of([
      vpc,
      subnet("apps", "subnet-1"),
      table("a", "rtb-1", [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }]),
      main,
    ]);
    expect(network && kinds(network)).toEqual({ apps: "public" });
  });

  it("goes by tags and names where the tables are not in the review", () => {
    const [network] = of([
      ...[vpc, association("a", "subnet-1", "rtb-elsewhere")],
      subnet("one", "subnet-1", { tags: { "kubernetes.io/role/elb": "1" } }),
      subnet("two", "subnet-2", { tags: { Name: "Public 2" } }),
      subnet("three", "subnet-3", { mapPublicIpOnLaunch: true }),
      ...[subnet("database-4", "subnet-4"), subnet("apps", "subnet-5"), subnet("republic", "subnet-6")],
    ]);
    expect(network && kinds(network)).toEqual({
      ...{
        one: "public",
        two: "public",
        three: "public",
        "database-4": "isolated",
        apps: "private",
        republic: "private",
      },
    });
  });

  it("shows what goes as it was, and what comes as it will be", () => {
    const old = state({ vpcId: "vpc-1", cidrBlock: "10.0.1.0/24", availabilityZone: "us-east-1a" }, { id: "subnet-1" });
    const route = step({
      type: "aws:ec2/route:Route",
      name: "out",
      op: "delete",
      old: state({ routeTableId: "rtb-1", destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }),
    });
    const gone = step({ type: "aws:ec2/subnet:Subnet", name: "gone", op: "delete", old });
    const stays = subnet("stays", "subnet-2");
    const replaced = step({
      ...{
        type: "aws:ec2/subnet:Subnet",
        name: "moved",
        op: "replace",
        old: state({ ...old.inputs, cidrBlock: "10.0.2.0/24" }, { id: "subnet-3" }),
      },
      new: state({ vpcId: "vpc-1", cidrBlock: "10.0.3.0/24", availabilityZone: "us-east-1a" }, { id: "" }),
    });
    const tables = [
      table("a", "rtb-1", []),
      association("a", "subnet-1", "rtb-1"),
      association("b", "subnet-2", "rtb-1"),
    ];
    const [network] = of([vpc, route, gone, stays, replaced, ...tables]);
    expect(network?.subnets.map(({ name, op, cidr, kind }) => [name, op, cidr, kind])).toEqual([
      ["gone", "delete", "10.0.1.0/24", "public"],
      ["moved", "replace", "10.0.3.0/24", "private"],
      ["stays", "same", "10.0.1.0/24", "isolated"],
    ]);
  });

  it("places gateways of every kind, also those that only an attachment names", () => {
    const other = same("aws:ec2/vpc:Vpc", "other", "vpc-2", { cidrBlock: "10.9.0.0/16" });
    const networks = of([
      ...[vpc, other],
      same("aws:ec2/internetGateway:InternetGateway", "door", "igw-1", {}),
      same("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment", "door", "igw-1:vpc-1", {
        internetGatewayId: "igw-1",
        vpcId: "vpc-1",
      }),
      same("aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway", "six", "eigw-1", { vpcId: "vpc-1" }),
      same("aws:ec2transitgateway/vpcAttachment:VpcAttachment", "hub", "tgw-attach-1", {
        vpcId: "vpc-1",
        transitGatewayId: "tgw-1",
      }),
      same("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "between", "pcx-1", {
        vpcId: "vpc-1",
        peerVpcId: "vpc-2",
      }),
      same("aws:ec2/vpnGateway:VpnGateway", "office", "vgw-1", { vpcId: "vpc-1" }),
      same("aws:ec2/vpcEndpoint:VpcEndpoint", "theirs", "vpce-1", {
        vpcId: "vpc-1",
        serviceName: "com.amazonaws.vpce.us-east-1.vpce-svc-1",
        vpcEndpointType: "Interface",
      }),
    ]);
    expect(networks.map(({ name, gateways }) => [name, gateways.map(({ kind }) => kind)])).toEqual([
      ["main", ["egress-only", "internet", "peering", "transit", "vpn"]],
      ["other", ["peering"]],
    ]);
    expect(networks[0]?.endpoints.map(({ service, kind }) => [service, kind])).toEqual([
      ["com.amazonaws.vpce.us-east-1.vpce-svc-1", "interface"],
    ]);
  });

  it("does not mix up the same id in two stacks", () => {
    const elsewhere = { stack: "prod-network", urn: "urn:pulumi:prod-network::foundation::aws:ec2/vpc:Vpc::main" };
    const twin = same("aws:ec2/vpc:Vpc", "main", "vpc-1", { cidrBlock: "10.7.0.0/16" }, elsewhere);
    const networks = of([twin, vpc, subnet("apps", "subnet-1")]);
    expect(networks.map(({ stack, subnets }) => [stack, subnets.length])).toEqual([
      ["dev-network", 1],
      ["prod-network", 0],
    ]);
  });

  it("is empty without a VPC", () => {
    expect(of([subnet("lonely", "subnet-1")])).toEqual([]);
  });
});
