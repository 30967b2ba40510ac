import { z } from "zod";
import { resourceRule } from "../../../core/rule";
import { isInStack, productionStacks } from "../../../core/stacks";
import { forEachKnown } from "../../../core/unknown";

const statefulSet = "kubernetes:apps/v1:StatefulSet";
const storageClass = "kubernetes:storage.k8s.io/v1:StorageClass";
const volume = "kubernetes:core/v1:PersistentVolume";

/** Data outlives what asked for its volume. */
export const k8sVolumesRetained = resourceRule({
  name: "k8s-volumes-retained",
  title: "In production, a volume stays when its claim goes.",
  severity: "medium",
  // A class for scratch space may delete: which ones, a company has to say first.
  level: "advisory",
  types: [statefulSet, storageClass, volume],
  parameters: z.object({ stacks: productionStacks }),
  controls: {},
  remediationSteps:
    "Set reclaimPolicy of the StorageClass, or persistentVolumeReclaimPolicy of the volume, to Retain, and leave persistentVolumeClaimRetentionPolicy of a StatefulSet at Retain.",
  docs: {
    why: "A claim that is deleted with its namespace, a chart or a renamed resource takes the EBS volume with it at once, and there is no final snapshot.",
    good: {
      [statefulSet]: {
        spec: { persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" } },
      },
      [storageClass]: { provisioner: "ebs.csi.aws.com", reclaimPolicy: "Retain" },
      [volume]: { spec: { persistentVolumeReclaimPolicy: "Retain" } },
    },
  },
  // Defaults: Delete for a class, Retain for volumes that are made by hand and for StatefulSets
  // (kubernetes.io/docs/concepts/storage/storage-classes, …/persistent-volumes, …/workloads/controllers/statefulset).
  check(resource, report, { stacks }) {
    if (!isInStack(resource.urn, stacks)) return;
    if (resource.type === storageClass) {
      if (resource.props.reclaimPolicy !== "Retain")
        report("volumes go with their claims: set reclaimPolicy to Retain");
    } else if (resource.type === volume) {
      const { persistentVolumeReclaimPolicy: policy } = resource.props.spec ?? {};
      if ((policy ?? "Retain") !== "Retain") {
        report("the volume goes with its claim: set spec.persistentVolumeReclaimPolicy to Retain");
      }
    } else {
      const retention = resource.props.spec?.persistentVolumeClaimRetentionPolicy;
      forEachKnown(["whenDeleted", "whenScaled"] as const, (when) => {
        if (retention?.[when] === "Delete") {
          report(`claims go, and their data: set spec.persistentVolumeClaimRetentionPolicy.${when} to Retain`);
        }
      });
    }
  },
});
