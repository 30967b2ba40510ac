import { forEachDefinition } from "../../../core/container-definitions";
import { isRecord } from "../../../core/json";
import { resourceRule } from "../../../core/rule";
import { secretVariable } from "../../../core/secrets";

/** ECS fetches the secrets of containers. */
export const ecsNoEnvSecrets = resourceRule({
  name: "ecs-no-env-secrets",
  title: "Environment variables of ECS containers hold no keys, passwords or tokens.",
  severity: "critical",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  controls: {
    "pci-4.0": ["3.5.1", "8.2.2", "8.3.2"],
  },
  remediationSteps:
    "Keep the secret in Secrets Manager, name its ARN in the container's secrets, and let the execution role read it; change the one that was here.",
  docs: {
    why: "Everyone who may look at the task definition reads its variables, and old revisions keep them forever.",
    good: {
      "aws:ecs/taskDefinition:TaskDefinition": {
        family: "orders",
        containerDefinitions: JSON.stringify([
          {
            name: "orders",
            image: "111122223333.dkr.ecr.eu-central-1.amazonaws.com/orders:1.2.3",
            environment: [{ name: "LOG_LEVEL", value: "info" }],
            secrets: [
              {
                name: "DB_PASSWORD",
                valueFrom: "arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders",
              },
            ],
          },
        ]),
      },
    },
  },
  check: ({ props: task }, report) =>
    forEachDefinition(task.containerDefinitions, (definition) => {
      for (const variable of [definition.get("environment")].flat().filter(isRecord)) {
        const secret = secretVariable(String(variable.name ?? variable.Name), variable.value ?? variable.Value);
        if (secret) report(`${secret} is in environment of a container: name it in secrets, and change it`);
      }
    }),
});
