import { z } from "zod";
import type { Props } from "../../../core/resource-types";
import { type Report, type Resource, resourceRule, type Typed } from "../../../core/rule";
import { isInStack, stacks } from "../../../core/stacks";
import { someKnown } from "../../../core/unknown";

const cluster = "aws:ecs/cluster:Cluster";
type Service = Typed<Resource, "aws:ecs/service:Service">;

/** Services outlive a task and a broken version, and their cluster measures them. */
export const ecsServiceResilience = resourceRule({
  name: "ecs-service-resilience",
  title: "An ECS service runs several tasks and stops broken deployments; its cluster has Container Insights.",
  severity: "medium",
  types: ["aws:ecs/service:Service", cluster],
  parameters: z.object({
    minimumCount: z.int().min(1).default(2).describe("How many tasks a service runs at least"),
    stacks,
  }),
  controls: {},
  remediationSteps:
    "Set desiredCount to 2 or more, deploymentCircuitBreaker to { enable: true, rollback: true }, and containerInsights in the cluster's settings to enabled or enhanced.",
  docs: {
    why: "With one task every deployment and every lost host is an outage, and without the breaker a broken version is started for hours.",
    good: {
      "aws:ecs/service:Service": { desiredCount: 2, deploymentCircuitBreaker: { enable: true, rollback: true } },
      [cluster]: { settings: [{ name: "containerInsights", value: "enhanced" }] },
    },
  },
  check(resource, report, parameters) {
    if (resource.type === cluster) checkCluster(resource.props, report);
    else if (isInStack(resource.urn, parameters.stacks)) checkService(resource, report, parameters.minimumCount);
  },
});

function checkCluster({ settings }: Props<typeof cluster>, report: Report): void {
  const isMeasured = someKnown(
    settings,
    ({ name, value }) => name === "containerInsights" && (value === "enabled" || value === "enhanced"),
  );
  if (!isMeasured) report("the tasks are not measured: set containerInsights in settings to enabled or enhanced");
}

function checkService({ props: service, options }: Service, report: Report, minimum: number): void {
  // ECS's own controller is the only one with a breaker (docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html).
  const isRolling = (service.deploymentController?.type ?? "ECS") === "ECS";
  if (isRolling && service.deploymentCircuitBreaker?.enable !== true) {
    report("a broken version is started for ever: set deploymentCircuitBreaker.enable to true");
  }
  // A daemon runs on every host, and what autoscaling sets is left to it.
  const isCounted = service.schedulingStrategy !== "DAEMON" && !options?.ignoreChanges?.includes("desiredCount");
  if (isCounted && (service.desiredCount ?? 0) < minimum) {
    report(`too few tasks run to lose one: set desiredCount to ${minimum} or more`);
  }
}
