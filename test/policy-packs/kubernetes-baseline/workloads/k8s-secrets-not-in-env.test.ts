import { k8sSecretsNotInEnv } from "../../../../policy-packs/kubernetes-baseline/rules/workloads/k8s-secrets-not-in-env";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";

const secret = { name: "PASSWORD", valueFrom: { secretKeyRef: { name: "database", key: "password" } } };

testPodRule(k8sSecretsNotInEnv, {
  bad: {
    "a value": { set: { "spec.containers.0.env.1": secret } },
    "all values": { set: { "spec.containers.0.envFrom": [{ secretRef: { name: "database" } }] } },
    "all values of a secret beside others": {
      set: { "spec.containers.0.envFrom": [{ configMapRef: { name: "app" } }, { prefix: "DB_", secretRef: {} }] },
    },
    "a value of an unknown secret": { set: { "spec.containers.0.env.0.valueFrom.secretKeyRef": unknown } },
    "all values beside unknown ones": {
      set: { "spec.containers.0.env": unknown, "spec.containers.0.envFrom": [{ secretRef: {} }] },
    },
    "an init container's": { set: { "spec.initContainers": [{ name: "init", env: [secret] }] } },
    "one behind an unknown variable": { set: { "spec.containers.0.env": [unknown, secret] } },
  },
  good: {
    "no environment": { unset: ["spec.containers.0.env"] },
    "values that are no secrets": {
      set: {
        "spec.containers.0.envFrom": [{ configMapRef: { name: "app" } }],
        "spec.containers.0.env.0.value": unknown,
      },
    },
    "a value from the pod": {
      set: { "spec.containers.0.env.0.valueFrom": { fieldRef: { fieldPath: "status.podIP" } } },
    },
  },
  unknown: ["spec.containers.0.env", "spec.containers.0.env.0.valueFrom"],
});
