import { exampleKubeconfig } from "../../../core/kubeconfig";
import { untypedRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

const skips = ["deleteUnreachable", "skipUpdateUnreachable"] as const;

/** What a deployment says it did, it did. */
export const pulumiClusterNotSkipped = untypedRule({
  name: "pulumi-cluster-not-skipped",
  title: "A deployment stops where its cluster cannot be reached.",
  severity: "medium",
  types: ["pulumi:providers:kubernetes"],
  controls: {},
  remediationSteps:
    "Take deleteUnreachable and skipUpdateUnreachable out of the provider; where the cluster goes together with its objects, set deletedWith of the objects to it.",
  docs: {
    why: "A cluster that is only out of reach for a moment loses its objects from the state, while they go on running where nobody deletes or mends them.",
    good: [{ type: "pulumi:providers:kubernetes", name: "shop", props: { kubeconfig: exampleKubeconfig } }],
  },
  check({ props }, report) {
    forEachKnown(skips, (property) => {
      // The engine keeps a provider's flags as text.
      if (String(props[property]) === "true") {
        report(`what cannot be reached counts as done: take ${property} out of the provider`);
      }
    });
  },
});
