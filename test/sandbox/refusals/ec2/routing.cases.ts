import type { Properties } from "../../../../sandbox/values";
import { change, make, makeVpc } from "../../../support/models";
import { shows } from "../../../support/refusals";
import { makeEip, makeRouted, makeRouteTable, missing, natGatewayType, routeTableType, showsInputs } from "./support";

const routeType = "aws:ec2/route:Route";
const defaultType = "aws:ec2/defaultRouteTable:DefaultRouteTable";

type Routed = ReturnType<typeof makeRouted>;

/** Where routes are written: in a resource of their own or inside a table. */
interface Form {
  type: string;
  what: string;
  ipv4: string;
  ipv6: string;
  inputs: (routed: Routed, ...routes: Properties[]) => Properties;
}
const inline = { ipv4: "cidrBlock", ipv6: "ipv6CidrBlock" };
const forms: Form[] = [
  {
    type: routeType,
    what: "a route",
    ipv4: "destinationCidrBlock",
    ipv6: "destinationIpv6CidrBlock",
    inputs: ({ table }, route = {}) => ({ routeTableId: table.id, ...route }),
  },
  { ...inline, type: routeTableType, what: "a table", inputs: ({ vpcId }, ...routes) => ({ vpcId, routes }) },
  {
    ...inline,
    type: defaultType,
    what: "a default table",
    inputs: ({ vpc }, ...routes) => ({ defaultRouteTableId: vpc.outputs.defaultRouteTableId ?? "", routes }),
  },
];

for (const { type, what, ipv4, ipv6, inputs } of forms) {
  const given = makeRouted;
  const to = (destination: string, target: Properties) => ({ [ipv4]: destination, ...target });
  const fine = (routed: Routed) => inputs(routed, to("0.0.0.0/0", { gatewayId: routed.gatewayId }));
  const wrong: Record<string, [string, (routed: Routed) => Properties]> = {
    "no destination": ["InvalidParameterCombination", ({ gatewayId }) => ({ gatewayId })],
    "two destinations": [
      "InvalidParameterCombination",
      ({ gatewayId }) => ({ ...to("1.0.0.0/8", { gatewayId }), [ipv6]: "::/0" }),
    ],
    "no target": ["InvalidParameterCombination", () => to("1.0.0.0/8", {})],
    "two targets": [
      "InvalidParameterCombination",
      ({ gatewayId, farNat }) => to("1.0.0.0/8", { gatewayId, natGatewayId: farNat.id }),
    ],
    "an IPv4 destination for an egress-only gateway": [
      "InvalidParameterCombination",
      () => to("1.0.0.0/8", { egressOnlyGatewayId: "eigw-1" }),
    ],
    "a destination that does not start at its first address": [
      "InvalidParameterValue",
      ({ gatewayId }) => to("1.0.0.1/8", { gatewayId }),
    ],
    "an IPv6 destination that is none": ["InvalidParameterValue", ({ gatewayId }) => ({ [ipv6]: "::/129", gatewayId })],
  };
  for (const [how, [code, route]] of Object.entries(wrong)) {
    showsInputs(code, `${what} with ${how}`, type, {
      given,
      fine,
      but: (routed) => ({ [ipv4]: null, [ipv6]: null, gatewayId: null, ...inputs(routed, route(routed)) }),
    });
  }
  shows("InvalidParameterValue", `${what} for what is inside the VPC`, {
    valid: () => {
      const routed = makeRouted();
      make(type, inputs(routed, to("10.0.0.0/24", { networkInterfaceId: "eni-1" })));
      return routed;
    },
    refused: (routed) => make(type, inputs(routed, to("10.0.1.0/24", { gatewayId: routed.gatewayId }))),
    says: /equal to or more specific/,
  });
  for (const target of [
    ({ far }: Routed) => ({ gatewayId: far.id }),
    ({ farNat }: Routed) => ({ natGatewayId: farNat.id }),
  ]) {
    shows("InvalidParameterValue", `${what} to a gateway of another VPC`, {
      valid: () => {
        const routed = makeRouted();
        make(type, fine(routed));
        return routed;
      },
      refused: (routed) => make(type, inputs(routed, to("1.0.0.0/8", target(routed)))),
      says: /different networks/,
    });
  }
  shows("InvalidGatewayID.NotFound", `${what} to an unknown gateway`, {
    valid: () => {
      const routed = makeRouted();
      make(type, fine(routed));
      return routed;
    },
    refused: (routed) => make(type, inputs(routed, to("1.0.0.0/8", { gatewayId: missing("igw") }))),
  });
  shows("InvalidNatGatewayID.NotFound", `${what} to an unknown NAT gateway`, {
    valid: () => {
      const routed = makeRouted();
      const nat = make(natGatewayType, { subnetId: routed.subnet.id, allocationId: makeEip().id });
      make(type, inputs(routed, to("1.0.0.0/8", { natGatewayId: nat.id })));
      return routed;
    },
    refused: (routed) => make(type, inputs(routed, to("2.0.0.0/8", { natGatewayId: missing("nat") }))),
  });
}
shows("InvalidGatewayID.NotFound", "the route that is there by itself", {
  valid: () => makeRouted(),
  refused: ({ table }) =>
    make(routeType, { routeTableId: table.id, destinationCidrBlock: "1.0.0.0/8", gatewayId: "local" }),
});
shows("InvalidVpcEndpointId.NotFound", "a route to an unknown endpoint", {
  valid: () => {
    const { vpcId, table } = makeRouted();
    const endpoint = make("aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId, serviceName: "com.amazonaws.eu-west-1.s3" });
    make(routeType, { routeTableId: table.id, destinationCidrBlock: "1.0.0.0/8", vpcEndpointId: endpoint.id });
    return table;
  },
  refused: ({ id }) =>
    make(routeType, { routeTableId: id, destinationCidrBlock: "2.0.0.0/8", vpcEndpointId: missing("vpce") }),
});
shows("InvalidRouteTableID.NotFound", "a route of an unknown table", {
  valid: () => make(routeType, toAll(makeRouted())),
  refused: ({ inputs }) => make(routeType, { ...inputs, routeTableId: missing("rtb") }),
});
shows("InvalidVpcID.NotFound", "a table of an unknown VPC", {
  valid: () => makeRouteTable(makeVpc().id),
  refused: () => makeRouteTable(missing("vpc")),
});
shows("InvalidRouteTableID.NotFound", "an unknown default table", {
  valid: () => make(defaultType, { defaultRouteTableId: makeVpc().outputs.defaultRouteTableId ?? "" }),
  refused: () => make(defaultType, { defaultRouteTableId: missing("rtb") }),
});

const toAll = ({ table, gatewayId }: Routed) => ({
  routeTableId: table.id,
  destinationCidrBlock: "0.0.0.0/0",
  gatewayId,
});
shows("RouteAlreadyExists", "a second route to the same destination", {
  valid: () => {
    const routed = makeRouted();
    make(routeType, { ...toAll(routed), destinationCidrBlock: "1.0.0.0/8" });
    make(routeType, toAll(routed));
    return routed;
  },
  refused: (routed) => make(routeType, toAll(routed)),
});
shows("RouteAlreadyExists", "a route that the table has inside", {
  valid: () => {
    const routed = makeRouted();
    const routes = [{ ipv6CidrBlock: "2001:db8::/32", gatewayId: routed.gatewayId }];
    return { routed, table: make(routeTableType, { vpcId: routed.vpcId, routes }) };
  },
  refused: ({ routed, table }) =>
    make(routeType, {
      routeTableId: table.id,
      destinationIpv6CidrBlock: "2001:0db8::/32",
      gatewayId: routed.gatewayId,
    }),
});
for (const [type, more] of [
  [routeTableType, ({ vpcId }: Routed) => ({ vpcId })],
  [defaultType, ({ vpc }: Routed) => ({ defaultRouteTableId: vpc.outputs.defaultRouteTableId ?? "" })],
] as const) {
  const routes = ({ gatewayId }: Routed, count: number) =>
    Array.from({ length: count }, (_, index) => ({ cidrBlock: `1.${index >> 8}.${index % 256}.0/24`, gatewayId }));
  showsInputs("RouteAlreadyExists", `the same destination twice inside ${type}`, type, {
    given: makeRouted,
    fine: (routed) => ({ ...more(routed), routes: routes(routed, 2) }),
    but: (routed) => ({ routes: [...routes(routed, 2), ...routes(routed, 1)] }),
  });
  shows("RouteLimitExceeded", `one route more inside ${type}`, {
    valid: () => {
      const routed = makeRouted();
      return { routed, table: make(type, { ...more(routed), routes: routes(routed, 500) }) };
    },
    refused: ({ routed, table }) => change(table, { routes: routes(routed, 501) }),
  });
}
shows("RouteLimitExceeded", "one route more of a table", {
  valid: () => {
    const routed = makeRouted();
    for (let index = 0; index < 500; index++) {
      make(routeType, { ...toAll(routed), destinationCidrBlock: `1.${index >> 8}.${index % 256}.0/24` });
    }
    make(routeType, { routeTableId: routed.table.id, destinationIpv6CidrBlock: "::/0", gatewayId: routed.gatewayId });
    return routed;
  },
  refused: (routed) => make(routeType, toAll(routed)),
});
shows("RouteTableLimitExceeded", "one table more than a VPC may have", {
  valid: () => {
    const vpc = makeVpc();
    // The main one counts too.
    for (let index = 1; index < 200; index++) makeRouteTable(vpc.id);
    return vpc;
  },
  refused: ({ id }) => makeRouteTable(id),
});
