import { z } from "zod";
import type { Writable } from "../../../core/resource-types";
import { resourceRule } from "../../../core/rule";
import { type PodSpec, podSpecOf, workloadsOf, workloadTypes } from "../../../core/workload";

const accountType = "kubernetes:core/v1:ServiceAccount";
/** Their pods never change in place. */
const replacedTypes: readonly string[] = ["kubernetes:core/v1:Pod", "kubernetes:batch/v1:Job"];

const parameters = z.object({
  /** Service accounts of programs that call the Kubernetes API, which need the token. */
  allowedServiceAccounts: z.array(z.string()).default([]),
});

/** Pods that do not call the Kubernetes API have no token for it. */
export const k8sNoAutomountToken = resourceRule({
  name: "k8s-no-automount-token",
  title: "Pods and service accounts do not mount a token of the Kubernetes API.",
  severity: "medium",
  types: [...workloadTypes, accountType],
  controls: { "cis-kubernetes-1.11": ["5.1.6"] },
  parameters,
  remediationSteps:
    "Set automountServiceAccountToken to false; for a program that calls the Kubernetes API, allow its service account in the configuration.",
  docs: {
    why: "Whoever breaks into the program calls the Kubernetes API with the token that lies in its file system.",
    good: {
      ...workloadsOf({
        automountServiceAccountToken: false,
        containers: [{ name: "app", image: "registry.k8s.io/pause:3.10" }],
      }),
      [accountType]: { metadata: { name: "shop" }, automountServiceAccountToken: false },
    },
  },
  check(resource, report, { allowedServiceAccounts: allowed }) {
    if (resource.type === accountType) {
      const { automountServiceAccountToken: mounts, metadata } = resource.props;
      if (mounts !== false && !isAllowed(metadata?.name, allowed)) {
        report("pods of the service account get its token: set automountServiceAccountToken to false");
      }
      return;
    }
    const spec = podSpecOf(resource);
    if (spec && spec.automountServiceAccountToken !== false && !isAllowed(spec.serviceAccountName, allowed)) {
      report("the pod gets a token of the Kubernetes API: set automountServiceAccountToken to false");
    }
  },
  // Who says true means it; only what is silent is mended.
  remediate(resource, { allowedServiceAccounts: allowed }) {
    if (resource.type === accountType) {
      if (!isAllowed(resource.props.metadata?.name, allowed)) resource.props.automountServiceAccountToken ??= false;
    } else if (!replacedTypes.includes(resource.type)) {
      // What the engine hands to a remediation is there to be changed.
      const spec = podSpecOf(resource) as Writable<PodSpec> | undefined;
      if (spec && !isAllowed(spec.serviceAccountName, allowed)) spec.automountServiceAccountToken ??= false;
    }
  },
});

const isAllowed = (name: string | undefined, allowed: readonly string[]): boolean =>
  allowed.length > 0 && allowed.includes(name ?? "default");
