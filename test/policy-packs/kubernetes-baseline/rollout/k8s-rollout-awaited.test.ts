import { k8sRolloutAwaited } from "../../../../policy-packs/kubernetes-baseline/rules/rollout/k8s-rollout-awaited";
import { testRule } from "../../../support/rule";

const skipped = { "metadata.annotations": { "pulumi.com/skipAwait": "true" } };
const release = "kubernetes:helm.sh/v3:Release";

testRule(k8sRolloutAwaited, {
  bad: {
    "a Deployment": { set: skipped },
    "a StatefulSet": { of: "kubernetes:apps/v1:StatefulSet", set: skipped },
    "a Job": { of: "kubernetes:batch/v1:Job", set: skipped },
    "a release": { of: release, set: { skipAwait: true } },
  },
  good: {
    "no metadata": { props: {} },
    "an annotation that says no": { set: { "metadata.annotations": { "pulumi.com/skipAwait": "false" } } },
    "a release that says no": { of: release, set: { skipAwait: false } },
  },
  unknown: ["metadata", "metadata.annotations"],
});
