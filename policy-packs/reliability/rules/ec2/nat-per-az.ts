import { z } from "zod";
import { type Stack, type StackResource, stackRule, type Typed } from "../../../core/rule";
import { isInStack, stacks } from "../../../core/stacks";
import { refersTo, someKnown } from "../../../core/unknown";

const subnet = "aws:ec2/subnet:Subnet";
const natGateway = "aws:ec2/natGateway:NatGateway";
const routeTable = "aws:ec2/routeTable:RouteTable";
type Subnet = Typed<StackResource, typeof subnet>;
type NatGateway = Typed<StackResource, typeof natGateway>;

/** A zone reaches the Internet by itself. */
export const natPerAz = stackRule({
  name: "nat-per-az",
  title: "A private subnet reaches the Internet by a NAT gateway of its own zone.",
  severity: "low",
  types: [subnet],
  parameters: z.object({ stacks }),
  controls: {},
  remediationSteps:
    "Make a NAT gateway in each zone that has private subnets and route each subnet to that of its zone, or make a regional one (availabilityMode).",
  docs: {
    why: "When the gateway's zone fails, the others are cut off with it; and what crosses zones is paid for twice.",
    component:
      "Network makes a gateway in each zone where natMode is per-zone, and one for all zones where it is regional.",
    good: [
      { type: subnet, name: "public-a", props: { availabilityZone: "eu-west-1a" } },
      { type: subnet, name: "private-a", props: { availabilityZone: "eu-west-1a" } },
      { type: natGateway, name: "nat-a", props: {}, dependsOn: { subnetId: ["public-a"] } },
      { type: routeTable, name: "routes-a", props: {} },
      {
        type: "aws:ec2/route:Route",
        name: "out-a",
        props: { destinationCidrBlock: "0.0.0.0/0" },
        dependsOn: { routeTableId: ["routes-a"], natGatewayId: ["nat-a"] },
      },
      {
        type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
        name: "association-a",
        props: {},
        dependsOn: { routeTableId: ["routes-a"], subnetId: ["private-a"] },
      },
    ],
  },
  check(resource, report, stack, parameters) {
    if (!isInStack(resource.urn, parameters.stacks)) return;
    const ways = stack.ofType(natGateway).filter((nat) => leavesBy(resource, nat, stack));
    if (ways.length > 0 && !someKnown(ways, (nat) => isInZoneOf(nat, resource, stack))) {
      report("the subnet leaves by a NAT gateway of another zone: make one in its own zone and route it there");
    }
  },
});

/** By a route table of this stack that the subnet has, and a route in it or of its own. */
function leavesBy(from: Subnet, nat: NatGateway, stack: Stack): boolean {
  const associations = stack.ofType("aws:ec2/routeTableAssociation:RouteTableAssociation");
  return stack
    .ofType(routeTable)
    .filter((table) =>
      associations.some((one) => refersTo(one, "subnetId", from) && refersTo(one, "routeTableId", table)),
    )
    .some(
      (table) =>
        table.propertyDependencies.routes?.some(({ urn }) => urn === nat.urn) ||
        stack
          .ofType("aws:ec2/route:Route")
          .some((route) => refersTo(route, "routeTableId", table) && refersTo(route, "natGatewayId", nat)),
    );
}

/** Also where nobody says which zone it is in; a regional one, which is in all of them, is in no subnet. */
function isInZoneOf(nat: NatGateway, { props }: Subnet, stack: Stack): boolean {
  const home = stack.ofType(subnet).find((one) => refersTo(nat, "subnetId", one));
  const zone = home?.props.availabilityZone;
  return zone === undefined || props.availabilityZone === undefined || zone === props.availabilityZone;
}
