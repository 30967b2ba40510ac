import { ec2Id } from "../ids";
import type { Model } from "../model";
import { vpcReference } from "./references";
import { seenRoutes } from "./seen-routes";

export const routeTable: Model = {
  type: "aws:ec2/routeTable:RouteTable",
  schema: "internal/service/ec2/vpc_route_table.go",
  tagged: true,
  immutable: ["vpcId"],
  sets: ["propagatingVgws", "routes"],
  seen: seenRoutes,
  references: { vpcId: vpcReference },
  id: ec2Id("rtb"),
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `route-table/${id}`),
    ownerId: ({ scope }) => scope.account,
    propagatingVgws: () => [],
    routes: () => [],
  },
};
