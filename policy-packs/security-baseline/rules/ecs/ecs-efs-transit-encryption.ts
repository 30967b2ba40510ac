import { resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

/** Tasks speak to their file systems over TLS. */
export const ecsEfsTransitEncryption = resourceRule({
  name: "ecs-efs-transit-encryption",
  title: "ECS tasks mount EFS file systems with encryption in transit.",
  severity: "high",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  controls: {},
  remediationSteps: "Set efsVolumeConfiguration.transitEncryption of the volume to ENABLED.",
  docs: {
    why: "Files cross the network in clear, between zones too, for whoever listens there.",
    good: {
      "aws:ecs/taskDefinition:TaskDefinition": {
        family: "orders",
        volumes: [
          {
            name: "data",
            efsVolumeConfiguration: { fileSystemId: "fs-0123456789abcdef0", transitEncryption: "ENABLED" },
          },
        ],
      },
    },
  },
  check({ props: task }, report) {
    forEachKnown(task.volumes, ({ efsVolumeConfiguration: efs }) => {
      // Disabled where nothing is said (docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html).
      if (efs && efs.transitEncryption !== "ENABLED") {
        report("a volume of EFS is mounted in clear: set efsVolumeConfiguration.transitEncryption to ENABLED");
      }
    });
  },
});
