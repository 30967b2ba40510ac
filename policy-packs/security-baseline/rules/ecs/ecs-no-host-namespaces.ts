import { forEachDefinition } from "../../../core/container-definitions";
import { resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

/** Tasks do not see their host's processes, memory and network. */
export const ecsNoHostNamespaces = resourceRule({
  name: "ecs-no-host-namespaces",
  title: "ECS tasks use neither processes, nor memory, nor network of their host.",
  severity: "high",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  controls: {
    "pci-4.0": ["1.4.5", "7.2.1", "7.2.2", "7.2.3"],
  },
  remediationSteps: 'Set networkMode to "awsvpc"; leave pidMode and ipcMode out, or set them to "task".',
  docs: {
    why: "A container that sees its host's processes, memory or network spies on its neighbours, and gets the credentials of the host.",
    good: { "aws:ecs/taskDefinition:TaskDefinition": { family: "orders", networkMode: "awsvpc", pidMode: "task" } },
  },
  check({ props: task }, report) {
    forEachKnown([...modes, "containerDefinitions"] as const, (property) => {
      if (property !== "containerDefinitions") {
        if (task[property]?.toLowerCase() === "host")
          report(`the task shares its host: set ${property} to something else`);
        return;
      }
      // ECS does not look for them there, but who wrote them meant them.
      forEachDefinition(task.containerDefinitions, (definition) => {
        for (const mode of modes) {
          if (definition.get(mode.toLowerCase()) === "host") {
            report(`a container in containerDefinitions asks for its host's ${mode}: remove it`);
          }
        }
      });
    });
  },
});

const modes = ["networkMode", "pidMode", "ipcMode"] as const;
