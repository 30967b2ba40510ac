import { z } from "zod";
import { type Definition, forEachContainer } from "../../../core/container-definitions";
import { isRecord } from "../../../core/json";
import { resourceRule } from "../../../core/rule";
import { judgeAll } from "../../../core/unknown";

/** Containers cannot change what they are made of, and say what they do. */
export const ecsReadonlyRootAndLogging = resourceRule({
  name: "ecs-readonly-root-and-logging",
  title: "Containers of ECS tasks have a read-only root file system and send their logs somewhere.",
  severity: "medium",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  parameters: z.object({
    exempt: z.array(z.string()).default([]).describe("Names of containers that need neither, such as agents"),
  }),
  controls: {
    soc2: ["A1.1"],
    "iso27001-2022": ["A.8.15"],
    "pci-4.0": [
      ...["10.3.2", "10.6.3", "3.5.1", "7.2.1", "7.2.2", "7.2.5", "7.2.6", "7.3.1", "7.3.2", "7.3.3"],
      ...["8.2.7", "8.2.8", "8.3.4", "A1.1.2", "A3.4.1", "10.2.1", "10.2.2", "10.3.1", "5.3.4", "A1.2.1"],
    ],
  },
  remediationSteps:
    "Set readonlyRootFilesystem to true and logConfiguration in each of containerDefinitions; what is written goes to a volume.",
  docs: {
    why: "Whoever breaks into a container leaves tools there and goes unseen where its output is lost with it.",
    good: {
      "aws:ecs/taskDefinition:TaskDefinition": {
        family: "orders",
        containerDefinitions: JSON.stringify([
          {
            name: "orders",
            readonlyRootFilesystem: true,
            logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "/ecs/orders" } },
          },
        ]),
      },
    },
  },
  check({ props: task }, report, { exempt }) {
    const containers = (visit: (container: Definition) => void) =>
      forEachContainer(task.containerDefinitions, (container) => {
        if (!exempt.includes(String(container.get("name")))) visit(container);
      });
    judgeAll(
      () =>
        containers((container) => {
          const logging = container.get("logconfiguration");
          if (!isRecord(logging)) report("a container's output is lost: set logConfiguration in containerDefinitions");
        }),
      () => {
        // Windows has no such file system (docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html).
        if (task.runtimePlatform?.operatingSystemFamily?.startsWith("WINDOWS")) return;
        containers((container) => {
          if (String(container.get("readonlyrootfilesystem")) !== "true") {
            report("a container can change its own files: set readonlyRootFilesystem in containerDefinitions to true");
          }
        });
      },
    );
  },
});
