import { type Stack, type StackResource, stackRule, type Typed } from "../../../core/rule";
import { forEachKnown, ifKnown, refersTo } from "../../../core/unknown";

const [natType, routeType] = ["aws:ec2/natGateway:NatGateway", "aws:ec2/route:Route"] as const;
const associationType = "aws:ec2/routeTableAssociation:RouteTableAssociation";

/** Traffic does not cross zones on its way out where it need not. */
export const costNatInOwnZone = stackRule({
  name: "cost-nat-in-own-zone",
  title: "A subnet with a NAT gateway in its own zone goes out by that one.",
  severity: "low",
  types: [routeType],
  controls: {},
  remediationSteps: "Give every zone a route table of its own, with a route to the NAT gateway of that zone.",
  docs: {
    why: "Traffic between zones is charged by the gigabyte in both directions, and the outage of one zone stops the other.",
    component: 'new Network("main", { natMode: "per-zone", … }) does.',
    good: [
      { type: "aws:ec2/subnet:Subnet", name: "public-a", props: { availabilityZone: "eu-west-1a" } },
      { type: "aws:ec2/subnet:Subnet", name: "private-a", props: { availabilityZone: "eu-west-1a" } },
      { type: natType, name: "nat-a", props: {}, dependsOn: { subnetId: ["public-a"] } },
      { type: "aws:ec2/routeTable:RouteTable", name: "table-a", props: {} },
      {
        type: routeType,
        name: "route-a",
        props: { destinationCidrBlock: "0.0.0.0/0" },
        dependsOn: { natGatewayId: ["nat-a"], routeTableId: ["table-a"] },
      },
      {
        type: associationType,
        name: "association-a",
        props: {},
        dependsOn: { subnetId: ["private-a"], routeTableId: ["table-a"] },
      },
    ],
  },
  check(route, report, stack) {
    const gateways = stack.ofType(natType);
    const used = gateways.find((gateway) => pointsTo(route, "natGatewayId", gateway));
    const zone = used && zoneOf(used, stack);
    const table = stack.ofType("aws:ec2/routeTable:RouteTable").find((one) => pointsTo(route, "routeTableId", one));
    if (zone === undefined || table === undefined) return;
    const zones = new Set(gateways.map((gateway) => zoneOf(gateway, stack)));
    forEachKnown(stack.ofType(associationType), (association) => {
      if (!pointsTo(association, "routeTableId", table)) return;
      const own = zoneOf(association, stack);
      if (own !== undefined && own !== zone && zones.has(own)) {
        report("a subnet goes out by the NAT gateway of another zone: set natGatewayId to that of its own");
      }
    });
  },
});

/** What is not known to point there does not. */
const pointsTo = (...[from, property, to]: Parameters<typeof refersTo>): boolean =>
  ifKnown(() => refersTo(from, property, to)) ?? false;

/** The zone of the subnet that something is in. */
function zoneOf(one: Typed<StackResource, typeof natType | typeof associationType>, stack: Stack): string | undefined {
  const subnet = stack.ofType("aws:ec2/subnet:Subnet").find((subnet) => pointsTo(one, "subnetId", subnet));
  return subnet && ifKnown(() => subnet.props.availabilityZone);
}
