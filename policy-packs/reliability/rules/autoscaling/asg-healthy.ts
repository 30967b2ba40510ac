import type { Props } from "../../../core/resource-types";
import { resourceRule } from "../../../core/rule";
import { isNonEmpty, isSet } from "../../../core/unknown";

type Group = Props<"aws:autoscaling/group:Group">;

/** Groups of instances replace what their load balancer finds broken, in more than one zone. */
export const asgHealthy = resourceRule({
  name: "asg-healthy",
  title: "An Auto Scaling group uses a launch template, its load balancer's health checks and two zones or more.",
  severity: "medium",
  types: ["aws:autoscaling/group:Group"],
  controls: {
    "iso27001-2022": ["A.8.14"],
  },
  remediationSteps:
    "Set launchTemplate or mixedInstancesPolicy, healthCheckType to ELB behind a load balancer, and vpcZoneIdentifiers to subnets in two zones or more.",
  docs: {
    why: "An instance whose program hangs passes EC2's own checks: the group keeps it, and the load balancer has nobody to send to.",
    component: "Network makes a private subnet in each zone.",
    good: {
      "aws:autoscaling/group:Group": {
        launchTemplate: { id: "lt-0123456789abcdef0", version: "1" },
        vpcZoneIdentifiers: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
        targetGroupArns: ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/orders/0123456789abcdef"],
        healthCheckType: "ELB",
      },
    },
  },
  check({ props: group }, report) {
    // Launch configurations know neither IMDSv2's settings of today nor new instance types.
    if (!isSet(group, "launchTemplate") && !isSet(group, "mixedInstancesPolicy")) {
      report("the group has no launch template: set launchTemplate or mixedInstancesPolicy");
    }
    if (isBalanced(group) && group.healthCheckType !== "ELB") {
      report("instances that the load balancer finds broken are kept: set healthCheckType to ELB");
    }
    if (zonesOf(group) < 2) {
      report("the instances are in one zone: set vpcZoneIdentifiers to subnets in two zones or more");
    }
  },
});

const isBalanced = (group: Group): boolean =>
  isNonEmpty(group, "targetGroupArns") || isNonEmpty(group, "loadBalancers") || isNonEmpty(group, "trafficSources");

/** A subnet is in one zone; which one, a policy does not see. */
const zonesOf = (group: Group): number =>
  Math.max(group.vpcZoneIdentifiers?.length ?? 0, group.availabilityZones?.length ?? 0);
