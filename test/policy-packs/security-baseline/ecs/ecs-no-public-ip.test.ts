import { ecsNoPublicIp } from "../../../../policy-packs/security-baseline/rules/ecs/ecs-no-public-ip";
import { testRule } from "../../../support/rule";

const taskSet = "aws:ecs/taskSet:TaskSet";

testRule(ecsNoPublicIp, {
  bad: {
    "a service": { set: { "networkConfiguration.assignPublicIp": true } },
    "a task set": { of: taskSet, set: { "networkConfiguration.assignPublicIp": true } },
  },
  notRemediated: ["a task set"],
  good: {
    "a service left at its default": { unset: ["networkConfiguration.assignPublicIp"] },
    "a service on the network of its hosts": { props: {} },
  },
  unknown: ["networkConfiguration", "networkConfiguration.assignPublicIp"],
});
