import { listAt, valueAt } from "../../../core/json";
import { exampleKubeconfig, kubeconfigOf } from "../../../core/kubeconfig";
import { untypedRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

/** Providers look at whom they talk to. */
export const pulumiProviderVerifiesTls = untypedRule({
  name: "pulumi-provider-verifies-tls",
  title: "No provider leaves out the check of certificates.",
  severity: "high",
  types: ["pulumi:providers:aws", "pulumi:providers:kubernetes"],
  controls: {},
  remediationSteps:
    "Take insecure out of the provider and insecure-skip-tls-verify out of the kubeconfig; give certificate-authority-data instead.",
  docs: {
    why: "Whoever sits between the deployment and the API can answer in its place, read every secret of the stack and take its credentials.",
    good: [
      { type: "pulumi:providers:aws", name: "workload", props: { region: "eu-central-1" } },
      { type: "pulumi:providers:kubernetes", name: "shop", props: { kubeconfig: exampleKubeconfig } },
    ],
  },
  check({ type, props }, report) {
    if (type === "pulumi:providers:aws") {
      // The engine keeps a provider's flags as text.
      if (String(props.insecure) === "true") report("certificates are not checked: take insecure out of the provider");
      return;
    }
    forEachKnown(listAt(kubeconfigOf(props.kubeconfig), "clusters"), (cluster) => {
      if (String(valueAt(cluster, "cluster", "insecure-skip-tls-verify")) === "true") {
        report("certificates are not checked: take insecure-skip-tls-verify out of the kubeconfig");
      }
    });
  },
});
