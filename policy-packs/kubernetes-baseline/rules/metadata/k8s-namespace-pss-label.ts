import { z } from "zod";
import { resourceRule } from "../../../core/rule";

const label = "pod-security.kubernetes.io/enforce";

const parameters = z.object({
  /** The least that namespaces must enforce. */
  minimum: z.enum(["baseline", "restricted"]).default("baseline"),
  /** Names of namespaces that need not, such as those of node agents. */
  exemptNamespaces: z.array(z.string()).default([]),
});

/** Namespaces refuse pods that the Pod Security Standards forbid. */
export const k8sNamespacePssLabel = resourceRule({
  name: "k8s-namespace-pss-label",
  title: "A namespace enforces a Pod Security Standard.",
  severity: "medium",
  types: ["kubernetes:core/v1:Namespace"],
  controls: { "cis-kubernetes-1.11": ["5.2.1"] },
  parameters,
  remediationSteps: `Set the label ${label} to baseline, or better to restricted.`,
  docs: {
    why: "Without the label a namespace takes privileged pods, also those that no deployment of ours has made.",
    good: { "kubernetes:core/v1:Namespace": { metadata: { name: "shop", labels: { [label]: "restricted" } } } },
  },
  check({ props: { metadata } }, report, { minimum, exemptNamespaces }) {
    if (exemptNamespaces.length > 0 && exemptNamespaces.includes(metadata?.name ?? "")) return;
    if (!enforces(metadata?.labels?.[label], minimum)) {
      report(`the namespace takes pods of any kind: set the label ${label} to ${minimum}`);
    }
  },
  remediate({ props }, { minimum, exemptNamespaces }) {
    if (exemptNamespaces.length > 0 && exemptNamespaces.includes(props.metadata?.name ?? "")) return;
    if (enforces(props.metadata?.labels?.[label], minimum)) return;
    props.metadata ??= {};
    props.metadata.labels ??= {};
    props.metadata.labels[label] = minimum;
  },
});

const enforces = (level: string | undefined, minimum: "baseline" | "restricted"): boolean =>
  level === "restricted" || level === minimum;
