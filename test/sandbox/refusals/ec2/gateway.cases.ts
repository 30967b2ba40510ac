import type { Properties } from "../../../../sandbox/values";
import { change, drop, make, makeVpc } from "../../../support/models";
import { shows } from "../../../support/refusals";
import {
  internetGatewayType,
  makeEip,
  makeInternetGateway,
  makeNetwork,
  makeOtherVpc,
  makeRouted,
  makeRouteTable,
  missing,
  natGatewayType,
  raise,
  showsInputs,
} from "./support";

const associationType = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const associate = (routeTableId: string, end: Properties) => make(associationType, { routeTableId, ...end });
showsInputs("InvalidParameterCombination", "an association of nothing", associationType, {
  given: makeRouted,
  fine: ({ table, subnet }) => ({ routeTableId: table.id, subnetId: subnet.id }),
  but: () => ({ subnetId: null }),
});
shows("InvalidParameterValue", "an association of a table with another VPC's subnet", {
  valid: () => {
    const routed = makeRouted();
    associate(routed.table.id, { subnetId: routed.subnet.id });
    return routed;
  },
  refused: ({ table, farSubnet }) => associate(table.id, { subnetId: farSubnet.id }),
  says: /different networks/,
});
shows("Resource.AlreadyAssociated", "a second association of a subnet", {
  valid: () => {
    const routed = makeRouted();
    associate(routed.table.id, { subnetId: routed.subnet.id });
    return routed;
  },
  refused: ({ vpcId, subnet }) => associate(makeRouteTable(vpcId).id, { subnetId: subnet.id }),
});
for (const [code, but] of [
  ["InvalidSubnetID.NotFound", { subnetId: missing("subnet") }],
  ["InvalidGatewayID.NotFound", { gatewayId: missing("igw") }],
] as const) {
  shows(code, "an association of what is not there", {
    valid: () => {
      const { table, gatewayId } = makeRouted();
      associate(table.id, { gatewayId });
      return table;
    },
    refused: ({ id }) => associate(id, but),
  });
}
shows("InvalidRouteTableID.NotFound", "an association of an unknown table", {
  valid: () => {
    const { table, subnet } = makeRouted();
    drop(associate(table.id, { subnetId: subnet.id }));
    return subnet;
  },
  refused: ({ id }) => associate(missing("rtb"), { subnetId: id }),
});

shows("InvalidVpcID.NotFound", "an internet gateway of an unknown VPC", {
  valid: () => makeInternetGateway(makeVpc().id),
  refused: () => makeInternetGateway(missing("vpc")),
});
shows("Resource.AlreadyAssociated", "a second internet gateway", {
  valid: () => {
    const vpc = makeVpc();
    makeInternetGateway(vpc.id);
    make(internetGatewayType, {});
    return vpc;
  },
  refused: ({ id }) => makeInternetGateway(id),
});
shows("InternetGatewayLimitExceeded", "one internet gateway more than VPCs, whose quota raises theirs", {
  valid: () => {
    raise("L-F678F1CE", 6);
    for (let index = 0; index < 6; index++) make(internetGatewayType, {});
  },
  refused: () => make(internetGatewayType, {}),
});
for (const [how, detach] of Object.entries({
  deleting: drop,
  moving: (gateway: ReturnType<typeof makeInternetGateway>) => change(gateway, { vpcId: makeOtherVpc().id }),
})) {
  shows("DependencyViolation", `${how} an internet gateway that a NAT gateway works through`, {
    valid: () => {
      const { subnet, internetGateway } = makeNetwork();
      const nat = () => make(natGatewayType, { subnetId: subnet.id, allocationId: makeEip().id });
      drop(nat());
      change(internetGateway, { tags: { Name: "out" } });
      nat();
      return internetGateway;
    },
    refused: detach,
  });
}
