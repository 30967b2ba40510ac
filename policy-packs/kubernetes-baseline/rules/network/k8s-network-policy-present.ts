import { z } from "zod";
import { isOf, namespaceOf } from "../../../core/namespace";
import { type Stack, type StackResource, stackRule } from "../../../core/rule";
import { isNonEmpty, isSet } from "../../../core/unknown";
import { workloadTypes } from "../../../core/workload";

const namespaceType = "kubernetes:core/v1:Namespace";
const policyType = "kubernetes:networking.k8s.io/v1:NetworkPolicy";

const direction = z.enum(["Ingress", "Egress"]);
type Direction = z.output<typeof direction>;

/** Pods talk to those only that a policy names. */
export const k8sNetworkPolicyPresent = stackRule({
  name: "k8s-network-policy-present",
  title: "A namespace has a network policy for all of its pods that denies what no other policy allows.",
  severity: "medium",
  types: [namespaceType, ...workloadTypes],
  controls: {},
  parameters: z.object({
    /** Which traffic is to be denied by default. */
    directions: z.array(direction).min(1).default(["Ingress", "Egress"]),
  }),
  remediationSteps:
    "Add a NetworkPolicy to the namespace with an empty spec.podSelector and spec.policyTypes Ingress and Egress, then allow what is needed by further policies.",
  docs: {
    why: "Without a policy every pod of the cluster reaches every other, and the Internet: one intruder is everywhere.",
    good: [
      { type: namespaceType, name: "shop", props: { metadata: { name: "shop" } } },
      {
        type: policyType,
        name: "default-deny",
        props: { metadata: { namespace: "shop" }, spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] } },
        dependsOn: { metadata: ["shop"] },
      },
      {
        type: "kubernetes:core/v1:Pod",
        name: "app",
        props: { metadata: { namespace: "shop" }, spec: { containers: [{ name: "app" }] } },
        dependsOn: { metadata: ["shop"] },
      },
    ],
  },
  check(resource, report, stack, { directions }) {
    const policies = stack.ofType(policyType);
    if (resource.type === namespaceType) {
      if (
        !isDenied(
          policies.filter((policy) => isOf(policy, resource)),
          directions,
        )
      ) {
        report(
          "the namespace has no NetworkPolicy for all pods that denies by default: add one with an empty podSelector",
        );
      }
    } else if (!isJudgedByNamespace(resource, stack) && policies.length > 0) {
      // Where a stack has neither the namespace nor policies, another has them.
      const namespace = namespaceOf(resource);
      if (
        !isDenied(
          policies.filter((policy) => namespaceOf(policy) === namespace),
          directions,
        )
      ) {
        report("no NetworkPolicy denies by default in the pods' namespace: add one with an empty podSelector");
      }
    }
  },
});

const isJudgedByNamespace = (workload: StackResource, stack: Stack): boolean =>
  stack.ofType(namespaceType).some((namespace) => isOf(workload, namespace));

type Policy = ReturnType<typeof policiesOf>[number];
const policiesOf = (stack: Stack) => stack.ofType(policyType);

function isDenied(policies: readonly Policy[], directions: readonly Direction[]): boolean {
  const general = policies.filter(({ props: { spec } }) => {
    const selector = spec?.podSelector;
    return !isNonEmpty(selector, "matchLabels") && !isNonEmpty(selector, "matchExpressions");
  });
  return directions.every((wanted) => general.some((policy) => directionsOf(policy).includes(wanted)));
}

/** What Kubernetes takes a policy to be about: ingress, and egress where it has such rules, unless it says so itself. */
function directionsOf({ props: { spec } }: Policy): readonly string[] {
  if (spec?.policyTypes?.length) return spec.policyTypes;
  return isSet(spec, "egress") ? ["Ingress", "Egress"] : ["Ingress"];
}
