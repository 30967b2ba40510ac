import { z } from "zod";
import { isApplication, loadBalancerTypes } from "../../../core/load-balancers";
import type { Props } from "../../../core/resource-types";
import { type Report, resourceRule } from "../../../core/rule";
import { isInStack, stacks } from "../../../core/stacks";
import { judgeAll } from "../../../core/unknown";

const classic = "aws:elb/loadBalancer:LoadBalancer";

/** Load balancers outlive a zone, and spread what comes over all of them. */
export const lbMultiAz = resourceRule({
  name: "lb-multi-az",
  title: "A load balancer is in two zones or more and balances across them.",
  severity: "medium",
  types: [...loadBalancerTypes, classic],
  parameters: z.object({ stacks }),
  controls: {
    "iso27001-2022": ["A.8.14"],
  },
  remediationSteps:
    "Name two subnets or more, each in another zone, and set enableCrossZoneLoadBalancing, or crossZoneLoadBalancing of a classic one, to true.",
  docs: {
    why: "With its only zone a load balancer takes down what runs in others; without balancing across them, half of the clients share one target.",
    good: {
      "aws:lb/loadBalancer:LoadBalancer": {
        loadBalancerType: "network",
        subnets: ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"],
        enableCrossZoneLoadBalancing: true,
      },
      "aws:alb/loadBalancer:LoadBalancer": { subnets: ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"] },
      [classic]: { availabilityZones: ["eu-west-1a", "eu-west-1b"] },
    },
  },
  check(resource, report, parameters) {
    if (!isInStack(resource.urn, parameters.stacks)) return;
    if (resource.type === classic) checkClassic(resource.props, report);
    else check(resource.props, report);
  },
});

function check(balancer: Props<(typeof loadBalancerTypes)[number]>, report: Report): void {
  judgeAll(
    () => {
      // One or the other says where it is; AWS refuses none.
      const zones = (balancer.subnets?.length ?? 0) + (balancer.subnetMappings?.length ?? 0);
      if (zones === 1) report("the load balancer is in one zone: name more subnets");
    },
    () => {
      // Application load balancers always do.
      if (!isApplication(balancer) && balancer.enableCrossZoneLoadBalancing !== true) {
        report("each zone is balanced alone: set enableCrossZoneLoadBalancing to true");
      }
    },
  );
}

function checkClassic(balancer: Props<typeof classic>, report: Report): void {
  judgeAll(
    () => {
      const zones = (balancer.subnets?.length ?? 0) + (balancer.availabilityZones?.length ?? 0);
      if (zones === 1) report("the load balancer is in one zone: name more subnets or availabilityZones");
    },
    () => {
      // True is the provider's default (internal/service/elb/load_balancer.go).
      if (balancer.crossZoneLoadBalancing === false) {
        report("each zone is balanced alone: set crossZoneLoadBalancing to true");
      }
    },
  );
}
