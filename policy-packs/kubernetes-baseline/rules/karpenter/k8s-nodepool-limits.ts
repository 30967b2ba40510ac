import { valueAt } from "../../../core/json";
import { untypedRule } from "../../../core/rule";
import { isSet } from "../../../core/unknown";
import { exampleNodePool, nodePoolTypes } from "./node-pool";

/** A cluster grows as far as somebody said. */
export const k8sNodepoolLimits = untypedRule({
  name: "k8s-nodepool-limits",
  title: "A pool of nodes has a limit.",
  severity: "medium",
  types: nodePoolTypes,
  controls: {},
  remediationSteps: "Set spec.limits.cpu and spec.limits.memory to what all nodes of the pool may have together.",
  docs: {
    why: "A workload that scales without end, by a mistake or by an attacker, makes Karpenter buy instances until the account's quota or somebody's bill stops it.",
    good: [exampleNodePool],
  },
  // Without limits a pool has none: karpenter.sh/docs/concepts/nodepools, spec.limits.
  check({ props }, report) {
    const spec = valueAt(props, "spec") as Limited | undefined;
    // A pool of a fixed size grows no further.
    if (isSet(spec, "replicas")) return;
    const limits = spec?.limits;
    if (!isSet(limits, "cpu") && !isSet(limits, "memory") && !isSet(limits, "nodes")) {
      report("the pool may grow without end: set spec.limits.cpu");
    }
  },
});

interface Limited {
  readonly replicas?: unknown;
  readonly limits?: Readonly<Partial<Record<"cpu" | "memory" | "nodes", unknown>>>;
}
