import { resourceRule } from "../../../core/rule";

const networkConfiguration = { subnets: ["subnet-0123456789abcdef0"], assignPublicIp: false };

/** Tasks are reached through load balancers. */
export const ecsNoPublicIp = resourceRule({
  name: "ecs-no-public-ip",
  title: "Tasks of ECS services have no public address.",
  severity: "high",
  types: ["aws:ecs/service:Service", "aws:ecs/taskSet:TaskSet"],
  controls: {},
  remediationSteps:
    "Set networkConfiguration.assignPublicIp to false, run tasks in private subnets, and let users in by a load balancer.",
  docs: {
    why: "A task with a public address is one wrong security group away from everyone.",
    good: {
      "aws:ecs/service:Service": { networkConfiguration },
      "aws:ecs/taskSet:TaskSet": { networkConfiguration },
    },
  },
  check({ props }, report) {
    // The provider's default is false.
    if (props.networkConfiguration?.assignPublicIp === true) {
      report("tasks get a public address: set networkConfiguration.assignPublicIp to false");
    }
  },
  remediate({ type, props }) {
    // A task set would be replaced.
    if (type !== "aws:ecs/service:Service") return;
    if (props.networkConfiguration?.assignPublicIp === true) props.networkConfiguration.assignPublicIp = false;
  },
});
