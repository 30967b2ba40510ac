import type { Writable } from "./resource-types";
import type { Description, Docs, Given, Parameters, Report, Rule } from "./rule";
import { resourceRule } from "./rule";
import {
  type ObjectMeta,
  type PodSpec,
  podTemplateOf,
  type Workload,
  type WorkloadType,
  workloadsOf,
  workloadTypes,
} from "./workload";

/** The pods of a workload. */
export interface Pod extends Workload {
  readonly spec: PodSpec;
  readonly metadata: ObjectMeta | undefined;
}

/** A rule about pods, whichever kind makes them. */
interface PodRule<P extends Parameters | undefined> extends Description {
  /** Default: all kinds. */
  readonly types?: readonly WorkloadType[];
  readonly parameters?: P;
  /** `good`: the spec of pods that pass. */
  readonly docs: Docs & { readonly good: PodSpec; readonly metadata?: ObjectMeta };
  check(pod: Pod, report: Report, parameters: Given<P>): undefined;
  /** Mends the spec in place. */
  remediate?(spec: Writable<PodSpec>, parameters: Given<P>): undefined;
}

/** Kinds whose pods never change in place: the provider replaces them. */
const replacedTypes: readonly string[] = ["kubernetes:core/v1:Pod", "kubernetes:batch/v1:Job"];

/** A rule for the pods of every kind of workload; one that says nothing of its pods is not judged. */
export function podRule<P extends Parameters | undefined = undefined>(rule: PodRule<P>): Rule {
  const { types = workloadTypes, docs, check, remediate, ...description } = rule;
  const { good, metadata, ...texts } = docs;
  const shown = Object.entries(workloadsOf(good, metadata)).filter(([type]) => types.includes(type as WorkloadType));
  return resourceRule<WorkloadType, P>({
    ...description,
    types,
    docs: { ...texts, good: Object.fromEntries(shown) as ReturnType<typeof workloadsOf> },
    check({ type, props }, report, parameters) {
      const template = podTemplateOf({ type, props });
      const spec = template?.spec;
      if (!spec) return;
      const pod: Pod = {
        type,
        props,
        spec,
        // Unknown metadata keep those only from judging that read them.
        get metadata() {
          return template.metadata;
        },
      };
      check(pod, report, parameters);
    },
    ...(remediate && {
      remediate({ type, props }, parameters) {
        const spec = replacedTypes.includes(type) ? undefined : podTemplateOf({ type, props })?.spec;
        // What the engine hands to a remediation is there to be changed.
        if (spec) remediate(spec as Writable<PodSpec>, parameters);
      },
    }),
  });
}
