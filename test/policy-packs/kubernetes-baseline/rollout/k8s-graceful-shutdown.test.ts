import { k8sGracefulShutdown } from "../../../../policy-packs/kubernetes-baseline/rules/rollout/k8s-graceful-shutdown";
import { testRule } from "../../../support/rule";

const deployment = "kubernetes:apps/v1:Deployment";
const spec = "spec.template.spec";
const sleep = `${spec}.containers.0.lifecycle.preStop.sleep.seconds`;

testRule(k8sGracefulShutdown, {
  bad: {
    "pods that are killed": { set: { "spec.terminationGracePeriodSeconds": 0 } },
    "pods that have a second": { of: deployment, set: { [`${spec}.terminationGracePeriodSeconds`]: 1 } },
    "a wait as long as the time": { of: deployment, set: { [sleep]: 45 } },
    "a wait as long as the default time": {
      of: deployment,
      unset: [`${spec}.terminationGracePeriodSeconds`],
      set: { [sleep]: 30 },
    },
    "a wait of a second container": {
      of: deployment,
      set: { [`${spec}.containers.1`]: { name: "proxy", lifecycle: { preStop: { sleep: { seconds: 60 } } } } },
    },
    "less than a company gives": { configuration: { minimumSeconds: 60 } },
  },
  good: {
    "the default time": { of: deployment, unset: [`${spec}.terminationGracePeriodSeconds`] },
    "no wait": { of: deployment, unset: [`${spec}.containers.0.lifecycle`] },
    "a command before the end": {
      of: deployment,
      set: { [`${spec}.containers.0.lifecycle`]: { preStop: { exec: { command: ["sleep", "15"] } } } },
    },
    "pods of which nothing is said": { of: deployment, props: {} },
  },
  unknown: ["spec", "spec.terminationGracePeriodSeconds", "spec.containers"],
});
