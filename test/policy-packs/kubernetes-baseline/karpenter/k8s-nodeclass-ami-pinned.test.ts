import { k8sNodeclassAmiPinned } from "../../../../policy-packs/kubernetes-baseline/rules/karpenter/k8s-nodeclass-ami-pinned";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const terms = "spec.amiSelectorTerms";

testRule(k8sNodeclassAmiPinned, {
  bad: {
    "the latest": { set: { [`${terms}.0.alias`]: "al2023@latest" } },
    "no version": { set: { [`${terms}.0.alias`]: "bottlerocket" } },
    "no selector": { unset: [terms] },
    "an empty list of selectors": { set: { [terms]: [] } },
    "no spec": { props: {} },
    "the latest behind what is unknown": { set: { [terms]: [{ alias: unknown }, { alias: "al2023@latest" }] } },
  },
  good: {
    "an image": { set: { [terms]: [{ id: "ami-0123456789abcdef0" }] } },
    "images by tag, as a company's own pipeline makes them": {
      set: { [terms]: [{ tags: { release: "2026-11" }, owner: "self" }] },
    },
    "a version of Bottlerocket": { set: { [`${terms}.0.alias`]: "bottlerocket@1.20.3" } },
  },
  unknown: ["spec", terms, `${terms}.0.alias`],
});
