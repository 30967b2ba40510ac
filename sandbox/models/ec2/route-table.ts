import { countQuota } from "../../quotas/quota";
import { vpcQuotas } from "../../quotas/vpc";
import { text } from "../../values";
import { ec2Id } from "../ids";
import type { Model, Request } from "../model";
import { inlineRouteReferences, inlineRouteRefusals, sameInlineRoutes } from "./inline-routes";
import { vpcReference } from "./references";
import { associationType } from "./route-table-association";
import { seenRoutes } from "./seen-routes";

const type = "aws:ec2/routeTable:RouteTable";
const vpcIdOf = ({ inputs }: Request) => text(inputs, "vpcId");

export const routeTable: Model = {
  type,
  schema: "internal/service/ec2/vpc_route_table.go",
  tagged: true,
  immutable: ["vpcId"],
  sets: ["propagatingVgws", "routes"],
  seen: seenRoutes,
  references: { vpcId: vpcReference, ...inlineRouteReferences },
  refusals: [
    ...inlineRouteRefusals(vpcIdOf),
    countQuota(
      vpcQuotas.routeTablesPerVpc,
      {
        code: "RouteTableLimitExceeded",
        message: () => "The maximum number of route tables has been reached.",
      },
      // The main one counts too.
      (request) => request.scope.having(type, "vpcId", vpcIdOf(request) ?? "").length + 1,
    ),
  ],
  same: sameInlineRoutes,
  id: ec2Id("rtb"),
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `route-table/${id}`),
    ownerId: ({ scope }) => scope.account,
    propagatingVgws: () => [],
    routes: () => [],
  },
  // AWS refuses to delete a table that subnets use, so the provider ends the associations first.
  deleted: ({ scope, id }) => {
    for (const association of scope.having(associationType, "routeTableId", id)) scope.remove(association);
    return undefined;
  },
};
