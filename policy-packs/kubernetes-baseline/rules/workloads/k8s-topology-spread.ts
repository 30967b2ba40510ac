import { resourceRule } from "../../../core/rule";
import { type Labels, selects } from "../../../core/selector";
import { isNonEmpty } from "../../../core/unknown";
import { type PodSpec, podTemplateOf } from "../../../core/workload";

const good = {
  spec: {
    replicas: 2,
    template: {
      metadata: { labels: { app: "shop" } },
      spec: {
        topologySpreadConstraints: [
          {
            maxSkew: 1,
            topologyKey: "topology.kubernetes.io/zone",
            whenUnsatisfiable: "ScheduleAnyway",
            labelSelector: { matchLabels: { app: "shop" } },
          },
        ],
      },
    },
  },
};

/** Replicas do not all go with one node. */
export const k8sTopologySpread = resourceRule({
  name: "k8s-topology-spread",
  title: "Replicas are spread over nodes or zones.",
  severity: "low",
  types: ["kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:StatefulSet"],
  controls: {},
  remediationSteps:
    "Set topologySpreadConstraints, or affinity.podAntiAffinity, with the labels of the pods themselves.",
  docs: {
    why: "Replicas on one node or in one zone are lost together, and so are as good as one.",
    good: { "kubernetes:apps/v1:Deployment": good, "kubernetes:apps/v1:StatefulSet": good },
  },
  check({ type, props }, report) {
    if (Number(props.spec?.replicas ?? 1) <= 1) return;
    const template = podTemplateOf({ type, props });
    if (!isSpread(template?.spec, template?.metadata?.labels ?? {})) {
      report(
        "nothing keeps the replicas apart: set topologySpreadConstraints with a labelSelector for the pods' own labels",
      );
    }
  },
});

function isSpread(spec: PodSpec | undefined, labels: Labels): boolean {
  const apart = spec?.affinity?.podAntiAffinity;
  return (
    (spec?.topologySpreadConstraints ?? []).some(
      (constraint) => selects(constraint.labelSelector, labels) || isNonEmpty(constraint, "matchLabelKeys"),
    ) ||
    (apart?.requiredDuringSchedulingIgnoredDuringExecution ?? []).some((term) => selects(term.labelSelector, labels)) ||
    (apart?.preferredDuringSchedulingIgnoredDuringExecution ?? []).some((term) =>
      selects(term.podAffinityTerm?.labelSelector, labels),
    )
  );
}
