import { lbMultiAz } from "../../../../policy-packs/reliability/rules/lb/lb-multi-az";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const alb = "aws:alb/loadBalancer:LoadBalancer";
const classic = "aws:elb/loadBalancer:LoadBalancer";

testRule(lbMultiAz, {
  bad: {
    "one subnet": { set: { subnets: ["subnet-0123456789abcdef0"] } },
    "one subnet with an address": { set: { subnets: undefined, subnetMappings: [{ subnetId: "subnet-1" }] } },
    "one subnet that is not known yet": { of: alb, set: { subnets: [unknown] } },
    "zones that are balanced alone": { set: { enableCrossZoneLoadBalancing: false } },
    "a network load balancer left at its defaults": { unset: ["enableCrossZoneLoadBalancing"] },
    "a gateway left at its defaults": { of: alb, set: { loadBalancerType: "gateway" } },
    "a classic one in one zone": { of: classic, set: { availabilityZones: ["eu-west-1a"] } },
    "a classic one in one subnet": { of: classic, props: { subnets: ["subnet-0123456789abcdef0"] } },
    "a classic one whose zones are balanced alone": { of: classic, set: { crossZoneLoadBalancing: false } },
    "zones balanced alone behind unknown subnets": { set: { subnets: unknown, enableCrossZoneLoadBalancing: false } },
  },
  good: {
    "an application load balancer without a word on it": { of: alb, set: { loadBalancerType: "application" } },
    "subnets that are not known yet": { set: { subnets: [unknown, unknown] } },
    "two subnets with addresses": {
      set: { subnets: undefined, subnetMappings: [{ subnetId: "subnet-1" }, { subnetId: "subnet-2" }] },
    },
    "one zone in another stack": { set: { subnets: ["subnet-1"] }, configuration: { stacks: ["prod-*"] } },
  },
  unknown: ["subnets", "loadBalancerType", "enableCrossZoneLoadBalancing"],
});
