import { text } from "../../values";
import { ec2Id } from "../ids";
import type { Model } from "../model";
import { routeTableReference, subnetReference } from "./references";

const type = "aws:ec2/routeTableAssociation:RouteTableAssociation";

export const routeTableAssociation: Model = {
  type,
  schema: "internal/service/ec2/vpc_route_table_association.go",
  immutable: ["gatewayId", "subnetId"],
  references: { routeTableId: routeTableReference, subnetId: subnetReference },
  refusals: [
    {
      code: "Resource.AlreadyAssociated",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateRouteTable.html",
      on: ["create"],
      when: ({ scope, inputs }) => {
        const subnetId = text(inputs, "subnetId");
        if (subnetId === undefined) return undefined;
        const other = scope.list(type).find(({ outputs }) => outputs.subnetId === subnetId);
        return (
          other &&
          `the specified association for route table ${inputs.routeTableId} conflicts with an existing association`
        );
      },
    },
  ],
  id: ec2Id("rtbassoc"),
};
