import { costUnattachedEip } from "../../../../policy-packs/tagging-cost/rules/network/cost-unattached-eip";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const eip = { type: "aws:ec2/eip:Eip", name: "spare", props: {} };
const by = (type: string, property: string) => ({
  type,
  name: "user",
  props: {},
  dependsOn: { [property]: ["spare"] },
});

testRule(costUnattachedEip, {
  bad: {
    "an address alone": { without: ["main"] },
    "an address more": { add: [eip] },
    "one whose user a preview does not know, since there is none": { add: [{ ...eip, props: { instance: unknown } }] },
    "one with an empty instance": { add: [{ ...eip, props: { instance: "" } }] },
  },
  good: {
    "an association": { add: [eip, by("aws:ec2/eipAssociation:EipAssociation", "allocationId")] },
    "a load balancer": { add: [eip, by("aws:lb/loadBalancer:LoadBalancer", "subnetMappings")] },
    "a regional gateway": { add: [eip, by("aws:ec2/natGateway:NatGateway", "availabilityZoneAddresses")] },
    "an instance of another stack": { add: [{ ...eip, props: { instance: "i-0123456789abcdef0" } }] },
    "an interface made in the same deployment": {
      add: [
        { type: "aws:ec2/networkInterface:NetworkInterface", name: "interface", props: {} },
        { ...eip, props: { networkInterface: unknown }, dependsOn: { networkInterface: ["interface"] } },
      ],
    },
  },
});
