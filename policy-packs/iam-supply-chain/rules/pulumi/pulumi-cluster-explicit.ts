import { exampleKubeconfig, kubeconfigOf } from "../../../core/kubeconfig";
import { untypedRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

/** Nobody deploys into a cluster by mistake. */
export const pulumiClusterExplicit = untypedRule({
  name: "pulumi-cluster-explicit",
  title: "Every Kubernetes provider says which cluster it is for.",
  severity: "high",
  types: ["pulumi:providers:kubernetes"],
  controls: {},
  remediationSteps:
    "Set kubeconfig of the provider to the kubeconfig of the cluster, or context to its name in the one of whoever deploys.",
  docs: {
    why: "A provider without a cluster, and each default one, takes the current context of the shell: who looked at another cluster last deploys into that one.",
    good: [{ type: "pulumi:providers:kubernetes", name: "shop", props: { kubeconfig: exampleKubeconfig } }],
  },
  // What is looked up where: github.com/pulumi/pulumi-kubernetes/issues/2357.
  check({ props }, report) {
    // Such a provider writes files and talks to no cluster.
    if (isNonEmpty(props, "renderYamlToDirectory")) return;
    if (isNonEmpty(props, "context") || isNonEmpty(props, "cluster")) return;
    if (kubeconfigOf(props.kubeconfig) === undefined) {
      report("the provider takes whatever cluster the shell's current context is: set kubeconfig or context");
    }
  },
});
