import type { Rule } from "../../policy-packs/core/rule";
import { type Mutation, testRule } from "./rule";

type PodCases = Readonly<Record<string, Mutation>>;

interface Cases {
  /** Mutations of the good pods; paths start at the pod's template, e.g. `spec.containers.0.image`. */
  readonly bad: PodCases;
  readonly good?: PodCases;
  /** Paths in a bare pod. */
  readonly unknown?: readonly string[];
}

/** Where each kind keeps the template of its pods. */
const kinds = [
  { type: "kubernetes:core/v1:Pod", prefix: "" },
  { type: "kubernetes:apps/v1:Deployment", prefix: "spec.template." },
  { type: "kubernetes:batch/v1:CronJob", prefix: "spec.jobTemplate.spec.template." },
];

/** Tests a rule about pods on a bare pod's, a Deployment's and a CronJob's, as far as it judges these. */
export function testPodRule(rule: Rule, { bad, good = {}, unknown = [] }: Cases): void {
  testRule(rule, {
    bad: ofEachKind(rule, bad),
    good: ofEachKind(rule, good),
    unknown,
    // The pods of a bare pod cannot change in place.
    ...(rule.remediate && { notRemediated: Object.keys(bad).map((label) => `${label} (Pod)`) }),
  });
}

function ofEachKind(rule: Rule, cases: PodCases): PodCases {
  const judged = kinds.filter(({ type }) => rule.types.includes(type));
  return Object.fromEntries(
    Object.entries(cases).flatMap(([label, mutation]) =>
      judged.map(({ type, prefix }) => [
        `${label} (${type.split(":")[2]})`,
        {
          ...mutation,
          of: type,
          set: Object.fromEntries(Object.entries(mutation.set ?? {}).map(([path, value]) => [prefix + path, value])),
          unset: (mutation.unset ?? []).map((path) => prefix + path),
        },
      ]),
    ),
  );
}
