import { natPerAz } from "../../../../policy-packs/reliability/rules/ec2/nat-per-az";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const privateB = { type: "aws:ec2/subnet:Subnet", name: "private-b", props: { availabilityZone: "eu-west-1b" } };
const association = (routes: string) => ({
  type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
  name: "association-b",
  props: { subnetId: unknown, routeTableId: unknown },
  dependsOn: { routeTableId: [routes], subnetId: ["private-b"] },
});

testRule(natPerAz, {
  bad: {
    "a second zone that leaves by the first": { add: [privateB, association("routes-a")] },
    "a gateway that was moved": { of: "public-a", set: { availabilityZone: "eu-west-1c" } },
    "routes in the table itself": {
      add: [
        privateB,
        association("routes-b"),
        {
          type: "aws:ec2/routeTable:RouteTable",
          name: "routes-b",
          props: { routes: unknown },
          dependsOn: { routes: ["nat-a"] },
        },
      ],
    },
  },
  good: {
    "a second zone that stays inside": { add: [privateB] },
    "a gateway of all zones": {
      without: ["nat-a"],
      add: [
        privateB,
        association("routes-a"),
        { type: "aws:ec2/natGateway:NatGateway", name: "nat-a", props: { availabilityMode: "regional" } },
      ],
    },
    "one gateway for a stack where that is enough": {
      add: [privateB, association("routes-a")],
      configuration: { stacks: ["prod-*"] },
    },
    "zones that nobody says": { of: "public-a", props: {} },
    "a gateway of another stack": { without: ["nat-a", "out-a"] },
  },
});
