import { ecsServiceResilience } from "../../../../policy-packs/reliability/rules/ecs/ecs-service-resilience";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const cluster = "aws:ecs/cluster:Cluster";
const insights = (value: string) => ({ name: "containerInsights", value });

testRule(ecsServiceResilience, {
  bad: {
    "one task": { set: { desiredCount: 1 } },
    "a number that is not said": { unset: ["desiredCount"] },
    "fewer tasks than a team asks for": { configuration: { minimumCount: 3 } },
    "no circuit breaker": { unset: ["deploymentCircuitBreaker"] },
    "a circuit breaker that is off": { set: { "deploymentCircuitBreaker.enable": false } },
    "a daemon without a circuit breaker": { props: { schedulingStrategy: "DAEMON" } },
    "a number that something else is left to": { unset: ["desiredCount"], options: { ignoreChanges: ["tags"] } },
    "a cluster left at its default": { of: cluster, unset: ["settings"] },
    "a cluster without Container Insights": { of: cluster, set: { settings: [insights("disabled")] } },
    "a cluster with another setting": { of: cluster, set: { settings: [{ name: "other", value: "enabled" }] } },
    "a cluster of another stack": { of: cluster, props: {}, configuration: { stacks: ["prod"] } },
  },
  good: {
    "a daemon": { unset: ["desiredCount"], set: { schedulingStrategy: "DAEMON" } },
    "a number that autoscaling sets": { unset: ["desiredCount"], options: { ignoreChanges: ["desiredCount"] } },
    "deployments by CodeDeploy": { props: { desiredCount: 2, deploymentController: { type: "CODE_DEPLOY" } } },
    "one task in another stack": { set: { desiredCount: 1 }, configuration: { stacks: ["prod"] } },
    "the older Container Insights": { of: cluster, set: { settings: [insights("enabled")] } },
    "Container Insights behind an unknown setting": { of: cluster, set: { settings: [unknown, insights("enabled")] } },
  },
  unknown: ["desiredCount", "deploymentCircuitBreaker"],
});
