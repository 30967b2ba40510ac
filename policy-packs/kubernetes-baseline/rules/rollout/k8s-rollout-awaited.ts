import { resourceRule } from "../../../core/rule";

const workload = { metadata: { annotations: { "pulumi.com/timeoutSeconds": "600" } } };
const release = "kubernetes:helm.sh/v3:Release";

/** A deployment that is done has worked. */
export const k8sRolloutAwaited = resourceRule({
  name: "k8s-rollout-awaited",
  title: "Pulumi waits until a workload runs.",
  severity: "low",
  types: [
    "kubernetes:apps/v1:Deployment",
    "kubernetes:apps/v1:StatefulSet",
    "kubernetes:apps/v1:DaemonSet",
    "kubernetes:batch/v1:Job",
    release,
  ],
  controls: {},
  remediationSteps:
    "Take pulumi.com/skipAwait, or skipAwait of a release, out; where it takes long, raise pulumi.com/timeoutSeconds, or timeout.",
  docs: {
    why: "The deployment is green while its pods crash or their image cannot be pulled, and what depends on them is deployed all the same.",
    good: {
      "kubernetes:apps/v1:Deployment": workload,
      "kubernetes:apps/v1:StatefulSet": workload,
      "kubernetes:apps/v1:DaemonSet": workload,
      "kubernetes:batch/v1:Job": workload,
      [release]: { chart: "./charts/shop", timeout: 600 },
    },
  },
  // pulumi.com/registry/packages/kubernetes/installation-configuration: pulumi.com/skipAwait.
  check(resource, report) {
    if (resource.type === release) {
      if (resource.props.skipAwait === true) report("nobody waits until the release runs: take skipAwait out");
    } else if (String(resource.props.metadata?.annotations?.["pulumi.com/skipAwait"]) === "true") {
      report("nobody waits until the workload runs: take the annotation pulumi.com/skipAwait out");
    }
  },
});
