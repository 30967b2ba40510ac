import { text } from "../../values";
import { ec2Id } from "../ids";
import type { Model } from "../model";
import { internetGatewayType, vpcOfInternetGateway } from "./gateways";
import { vpcIdOfTable } from "./inline-routes";
import { action, exactlyOneOf } from "./parameters";
import { routeGatewayReference, routeTableReference, subnetReference } from "./references";

export const associationType = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const associate = action("AssociateRouteTable");
const ends = ["gatewayId", "subnetId"];

export const routeTableAssociation: Model = {
  type: associationType,
  schema: "internal/service/ec2/vpc_route_table_association.go",
  immutable: ends,
  references: {
    routeTableId: routeTableReference,
    subnetId: subnetReference,
    gatewayId: routeGatewayReference,
  },
  refusals: [
    exactlyOneOf(ends, associate),
    {
      code: "InvalidParameterValue",
      source: associate,
      when: (request) => {
        const { scope, inputs } = request;
        const tableId = text(inputs, "routeTableId") ?? "";
        const [subnetId, gatewayId] = [text(inputs, "subnetId") ?? "", text(inputs, "gatewayId") ?? ""];
        const subnet = scope.find("aws:ec2/subnet:Subnet", subnetId);
        const gateway = scope.find(internetGatewayType, gatewayId);
        const tableVpc = vpcIdOfTable(request, tableId);
        if (tableVpc === undefined || (subnet === undefined && gateway === undefined)) return undefined;
        const other = subnet === undefined ? vpcOfInternetGateway(scope, gatewayId) : subnet.outputs.vpcId;
        return other === tableVpc
          ? undefined
          : `route table ${tableId} and ${subnet === undefined ? "gateway" : "subnet"} ${subnetId || gatewayId} belong to different networks`;
      },
    },
    {
      code: "Resource.AlreadyAssociated",
      source: associate,
      on: ["create"],
      when: ({ scope, inputs }) => {
        const isTaken = ends.some((end) => {
          const id = text(inputs, end);
          return id !== undefined && scope.having(associationType, end, id).length > 0;
        });
        return isTaken
          ? `the specified association for route table ${inputs.routeTableId} conflicts with an existing association`
          : undefined;
      },
    },
  ],
  id: ec2Id("rtbassoc"),
};
