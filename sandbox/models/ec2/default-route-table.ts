import { text } from "../../values";
import type { Model } from "../model";
import { giveBack } from "./default-objects";
import { inlineRouteReferences, inlineRouteRefusals, sameInlineRoutes, vpcIdOfTable } from "./inline-routes";
import { routeTableReference } from "./references";
import { seenRoutes } from "./seen-routes";

const type = "aws:ec2/defaultRouteTable:DefaultRouteTable";

export const defaultRouteTable: Model = {
  type,
  schema: "internal/service/ec2/vpc_default_route_table.go",
  tagged: true,
  immutable: ["defaultRouteTableId"],
  sets: ["propagatingVgws", "routes"],
  seen: seenRoutes,
  references: { defaultRouteTableId: routeTableReference, ...inlineRouteReferences },
  refusals: inlineRouteRefusals((request) => vpcIdOfTable(request, text(request.inputs, "defaultRouteTableId") ?? "")),
  same: sameInlineRoutes,
  id: ({ inputs }) => text(inputs, "defaultRouteTableId") ?? "",
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `route-table/${id}`),
    ownerId: ({ scope }) => scope.account,
    routes: () => [],
    vpcId: ({ scope, id }) => scope.find(type, id)?.outputs.vpcId,
  },
  deleted: ({ prior }) => giveBack(prior),
};
