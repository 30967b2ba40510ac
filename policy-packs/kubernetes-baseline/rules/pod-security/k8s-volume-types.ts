import { z } from "zod";
import { podRule } from "../../../core/pod-rule";
import { forEachKnown, isSet } from "../../../core/unknown";

/** What the restricted standard lets pods mount. */
const restricted = [
  ...["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"],
];

/** Pods reach storage by claims, not by the protocols of storage itself. */
export const k8sVolumeTypes = podRule({
  name: "k8s-volume-types",
  title: "Volumes are of the types of the restricted standard.",
  severity: "medium",
  controls: {},
  parameters: z.object({
    /** Types of volumes that pods may have, as fields of a volume are called; `*` for all. */
    allowedVolumes: z.array(z.string()).default(restricted),
  }),
  remediationSteps: "Make a PersistentVolume of the storage and mount it by a persistentVolumeClaim.",
  docs: {
    why: "With the other types whoever writes a pod chooses the server, share or disk that the node mounts with its own rights.",
    good: {
      containers: [{ name: "app", image: "registry.k8s.io/pause:3.10" }],
      volumes: [
        { name: "data", persistentVolumeClaim: { claimName: "data" } },
        { name: "scratch", emptyDir: {} },
      ],
    },
  },
  check({ spec }, report, { allowedVolumes }) {
    if (allowedVolumes.includes("*")) return;
    forEachKnown(spec.volumes, (volume) => {
      // One that names no type is an emptyDir.
      const types = Object.keys(volume).filter((key) => key !== "name" && isSet(volume, key as keyof typeof volume));
      for (const type of types) {
        if (!allowedVolumes.includes(type)) {
          report(`a volume is a ${type}, which is not allowed: mount a persistentVolumeClaim instead`);
        }
      }
    });
  },
});
