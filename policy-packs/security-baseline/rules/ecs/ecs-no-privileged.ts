import { type Definition, forEachDefinition } from "../../../core/container-definitions";
import { resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

const image = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/orders:1.2.3";

/** Containers are kept from their host. */
export const ecsNoPrivileged = resourceRule({
  name: "ecs-no-privileged",
  title: "Containers of ECS tasks and Batch jobs are not privileged.",
  severity: "high",
  types: ["aws:ecs/taskDefinition:TaskDefinition", "aws:batch/jobDefinition:JobDefinition"],
  controls: {
    "pci-4.0": ["7.2.1", "7.2.2", "7.2.3"],
  },
  remediationSteps: "Remove privileged from the container; add the single Linux capability that it needs.",
  docs: {
    why: "A privileged container is root on its host, and on everything else that runs there.",
    good: {
      "aws:ecs/taskDefinition:TaskDefinition": {
        family: "orders",
        containerDefinitions: JSON.stringify([{ name: "orders", image }]),
      },
      "aws:batch/jobDefinition:JobDefinition": {
        type: "container",
        containerProperties: JSON.stringify({ image, privileged: false }),
      },
    },
  },
  check({ type, props }, report) {
    const judge = (property: string) => (definition: Definition) => {
      if (isTrue(definition.get("privileged"))) report(`a container in ${property} is privileged: remove privileged`);
    };
    if (type === "aws:ecs/taskDefinition:TaskDefinition") {
      forEachDefinition(props.containerDefinitions, judge("containerDefinitions"));
      return;
    }
    forEachKnown(["containerProperties", "ecsProperties", "nodeProperties", "eksProperties"] as const, (property) => {
      if (property !== "eksProperties") {
        forEachDefinition(props[property], judge(property));
        return;
      }
      const pod = props.eksProperties?.podProperties;
      forEachKnown(["initContainers", "containers"] as const, (list) =>
        forEachKnown<PodContainer>(pod?.[list], ({ securityContext }) => {
          if (isTrue(securityContext?.privileged)) {
            report("a container in eksProperties is privileged: remove securityContext.privileged");
          }
        }),
      );
    });
  },
});

interface PodContainer {
  readonly securityContext?: { readonly privileged?: boolean };
}

const isTrue = (value: unknown): boolean => String(value) === "true";
