import { costNatGateways } from "../../../../policy-packs/tagging-cost/rules/network/cost-nat-gateways";
import { testRule } from "../../../support/rule";

const type = "aws:ec2/natGateway:NatGateway";
const subnet = (name: string) => ({ type: "aws:ec2/subnet:Subnet", name, props: {} });
const gateway = (name: string, of: string) => ({ type, name, props: {}, dependsOn: { subnetId: [of] } });
const regional = (zones: number) => ({
  type,
  name: "regional",
  props: { availabilityMode: "regional", availabilityZoneAddresses: Array.from({ length: zones }, () => ({})) },
});
const three = [subnet("public-b"), subnet("public-c"), gateway("b", "public-b"), gateway("c", "public-c")];

testRule(costNatGateways, {
  bad: {
    "one more than is allowed": {
      add: [subnet("public-b"), gateway("b", "public-b")],
      configuration: { maxGateways: 1 },
    },
    "a fourth by default": { add: [...three, subnet("public-d"), gateway("d", "public-d")] },
    "any where none is allowed": { configuration: { maxGateways: 0 } },
    "zones of a regional one": { add: [regional(3)] },
    "two in a subnet": { add: [gateway("a-2", "public-a")] },
    "two in a subnet by its id": {
      of: "public-a",
      set: { id: "subnet-0123456789abcdef0" },
      add: [
        { type, name: "b", props: { subnetId: "subnet-0123456789abcdef0" } },
        { type, name: "c", props: { subnetId: "subnet-0123456789abcdef0" } },
      ],
    },
  },
  good: {
    "one for each of three zones": { add: three },
    "a regional one in three zones": { without: ["a"], add: [regional(3)] },
    "a regional one whose zones AWS finds": { add: [{ type, name: "r", props: { availabilityMode: "regional" } }] },
    "gateways whose subnets are of another stack, not known yet": {
      add: [{ type, name: "b", props: { subnetId: "subnet-1" } }],
    },
  },
});
