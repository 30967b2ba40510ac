import { listAt, valueAt } from "../../../core/json";
import { untypedRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

/** Nodes boot the image that was tested. */
export const k8sNodeclassAmiPinned = untypedRule({
  name: "k8s-nodeclass-ami-pinned",
  title: "A class of nodes names the version of its image.",
  severity: "medium",
  types: ["kubernetes:karpenter.k8s.aws/v1:EC2NodeClass", "kubernetes:karpenter.k8s.aws/v1beta1:EC2NodeClass"],
  controls: {},
  remediationSteps:
    "Name the version in spec.amiSelectorTerms, e.g. alias: al2023@v20260101, or the id of an image, and raise it environment by environment.",
  docs: {
    why: "With the latest image Karpenter replaces every node of every environment on the day AWS publishes one, production at the same hour as development.",
    good: [
      {
        type: "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass",
        name: "general",
        props: { spec: { role: "general-node", amiSelectorTerms: [{ alias: "al2023@v20260101" }] } },
      },
    ],
  },
  // karpenter.sh/docs/tasks/managing-amis: a change of what the latest is counts as drift, which replaces the nodes.
  check({ props }, report) {
    const selectors = listAt(props, "spec", "amiSelectorTerms");
    if (selectors.length === 0) report("nodes boot the latest image: set spec.amiSelectorTerms");
    forEachKnown(selectors, (selector) => {
      const alias = valueAt(selector, "alias");
      if (typeof alias === "string" && /(^[^@]*|@latest)$/.test(alias)) {
        report("nodes boot the latest image: name a version in alias of spec.amiSelectorTerms");
      }
    });
  },
});
