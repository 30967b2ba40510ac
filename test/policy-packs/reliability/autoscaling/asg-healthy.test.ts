import { asgHealthy } from "../../../../policy-packs/reliability/rules/autoscaling/asg-healthy";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(asgHealthy, {
  bad: {
    "a launch configuration": { unset: ["launchTemplate"], set: { launchConfiguration: "orders" } },
    "nothing to launch": { unset: ["launchTemplate"] },
    "EC2's health checks behind a load balancer": { set: { healthCheckType: "EC2" } },
    "health checks left at the default": { unset: ["healthCheckType"] },
    "EC2's health checks behind a classic load balancer": {
      unset: ["targetGroupArns"],
      set: { loadBalancers: ["orders"], healthCheckType: "EC2" },
    },
    "EC2's health checks behind a traffic source": {
      unset: ["targetGroupArns", "healthCheckType"],
      set: { trafficSources: [{ identifier: "arn" }] },
    },
    "EC2's health checks behind one that is made in the same deployment": {
      unset: ["healthCheckType"],
      set: { targetGroupArns: unknown },
    },
    "one subnet": { set: { vpcZoneIdentifiers: ["subnet-0123456789abcdef0"] } },
    "one zone": { unset: ["vpcZoneIdentifiers"], set: { availabilityZones: ["eu-west-1a"] } },
    "no zone": { unset: ["vpcZoneIdentifiers"] },
  },
  good: {
    "several types of instances": {
      unset: ["launchTemplate"],
      set: { mixedInstancesPolicy: { launchTemplate: { launchTemplateSpecification: { launchTemplateId: "lt" } } } },
    },
    "EC2's health checks without a load balancer": { unset: ["healthCheckType", "targetGroupArns"] },
    "two zones": { unset: ["vpcZoneIdentifiers"], set: { availabilityZones: ["eu-west-1a", "eu-west-1b"] } },
    "subnets made in the same deployment": { set: { vpcZoneIdentifiers: [unknown, unknown] } },
    "a template made in the same deployment": { set: { launchTemplate: unknown } },
  },
  unknown: ["healthCheckType", "vpcZoneIdentifiers"],
});
