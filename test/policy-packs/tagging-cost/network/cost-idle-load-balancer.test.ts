import { costIdleLoadBalancer } from "../../../../policy-packs/tagging-cost/rules/network/cost-idle-load-balancer";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const balancer = { type: "aws:lb/loadBalancer:LoadBalancer", name: "more", props: {} };

testRule(costIdleLoadBalancer, {
  bad: {
    "no listener": { without: ["https"] },
    "a listener of another one": { add: [balancer] },
    "the same under the older name": { add: [{ ...balancer, type: "aws:alb/loadBalancer:LoadBalancer" }] },
  },
  good: {
    "a listener by its ARN": {
      add: [
        { ...balancer, props: { id: "arn:lb" } },
        { type: "aws:lb/listener:Listener", name: "http", props: { loadBalancerArn: "arn:lb" } },
      ],
    },
    "a listener under the older name": {
      add: [
        balancer,
        { type: "aws:alb/listener:Listener", name: "http", props: {}, dependsOn: { loadBalancerArn: ["more"] } },
      ],
    },
    "a listener made in the same deployment": { of: "https", set: { loadBalancerArn: unknown } },
  },
});
