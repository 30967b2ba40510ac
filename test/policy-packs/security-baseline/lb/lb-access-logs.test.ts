import { lbAccessLogs } from "../../../../policy-packs/security-baseline/rules/lb/lb-access-logs";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const classic = "aws:elb/loadBalancer:LoadBalancer";

testRule(lbAccessLogs, {
  bad: {
    "a load balancer left at its defaults": { props: {} },
    "logs that are off": { set: { "accessLogs.enabled": false } },
    "logs that nothing turns on": { unset: ["accessLogs.enabled"] },
    "logs without a bucket": { unset: ["accessLogs.bucket"] },
    "logs to nowhere": { set: { "accessLogs.bucket": "" } },
    "the older name": { of: "aws:alb/loadBalancer:LoadBalancer", unset: ["accessLogs"] },
    "a network load balancer": { props: { loadBalancerType: "network" } },
    "a Classic Load Balancer left at its defaults": { of: classic, props: {} },
    "a Classic Load Balancer's logs that are off": { of: classic, set: { "accessLogs.enabled": false } },
  },
  good: {
    "a gateway load balancer, which has none": { props: { loadBalancerType: "gateway" } },
    "a bucket that is made with it": { set: { "accessLogs.bucket": unknown } },
  },
  unknown: ["accessLogs", "accessLogs.enabled", "loadBalancerType"],
});
