import { stackRule } from "../../../core/rule";
import { refersTo, someKnown } from "../../../core/unknown";

const types = ["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"] as const;

/** A load balancer has something to do. */
export const costIdleLoadBalancer = stackRule({
  name: "cost-idle-load-balancer",
  title: "Every load balancer has a listener in its stack.",
  severity: "low",
  types,
  controls: {},
  remediationSteps: "Add an aws.lb.Listener for the load balancer, or delete it.",
  docs: {
    why: "A load balancer without a listener answers nobody and costs 16 USD a month, and as much again for its addresses.",
    good: [
      { type: "aws:lb/loadBalancer:LoadBalancer", name: "shop", props: { internal: true } },
      {
        type: "aws:lb/listener:Listener",
        name: "https",
        props: { port: 443, protocol: "HTTPS" },
        dependsOn: { loadBalancerArn: ["shop"] },
      },
    ],
  },
  check(balancer, report, stack) {
    const listeners = [...stack.ofType("aws:lb/listener:Listener"), ...stack.ofType("aws:alb/listener:Listener")];
    if (!someKnown(listeners, (listener) => refersTo(listener, "loadBalancerArn", balancer, types))) {
      report("no listener in the stack is for the load balancer: add one, or delete it");
    }
  },
});
