import { costNatInOwnZone } from "../../../../policy-packs/tagging-cost/rules/network/cost-nat-in-own-zone";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const subnet = (name: string, availabilityZone: string) => ({
  type: "aws:ec2/subnet:Subnet",
  name,
  props: { availabilityZone },
});
const nat = { type: "aws:ec2/natGateway:NatGateway", name: "nat-b", props: {}, dependsOn: { subnetId: ["public-b"] } };
const association = {
  type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
  name: "association-b",
  props: {},
  dependsOn: { subnetId: ["private-b"], routeTableId: ["table-a"] },
};
const zoneB = [subnet("public-b", "eu-west-1b"), subnet("private-b", "eu-west-1b"), association];

testRule(costNatInOwnZone, {
  bad: {
    "a subnet of another zone with a gateway of its own": { add: [...zoneB, nat] },
    "the same where ids are not known yet": { of: "nat-a", set: { subnetId: unknown }, add: [...zoneB, nat] },
  },
  good: {
    "one gateway for all zones": { add: zoneB },
    "a gateway in each zone with a table of its own": { add: [...zoneB.slice(0, 2), nat] },
    "a route elsewhere": { without: ["nat-a"], add: [...zoneB, nat] },
    "a subnet whose zone is not known": {
      add: [subnet("public-b", "eu-west-1b"), subnet("private-b", unknown), association, nat],
    },
  },
});
