import { k8sNoHostProbes } from "../../../../policy-packs/kubernetes-baseline/rules/pod-security/k8s-no-host-probes";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";

const container = "spec.containers.0";
const called = { name: "other", startupProbe: { tcpSocket: { host: "192.0.2.1", port: 80 } } };

testPodRule(k8sNoHostProbes, {
  bad: {
    "a liveness probe's": { set: { [`${container}.livenessProbe.httpGet.host`]: "example.com" } },
    "a readiness probe's": { set: { [`${container}.readinessProbe.tcpSocket.host`]: "127.0.0.1" } },
    "a startup probe's": { set: { "spec.containers.1": called } },
    "a hook's before the end": { set: { [`${container}.lifecycle.preStop.httpGet.host`]: "::1" } },
    "a hook's after the start": { set: { [`${container}.lifecycle.postStart.tcpSocket`]: { host: "a", port: 1 } } },
    "an init container's": { set: { "spec.initContainers": [called] } },
    "one beside an unknown probe": { set: { [`${container}.livenessProbe`]: unknown, "spec.containers.1": called } },
  },
  good: {
    "no probes": { set: { [container]: { name: "app" } } },
    "an empty host": { set: { [`${container}.livenessProbe.httpGet.host`]: "" } },
    "a command": { set: { [`${container}.livenessProbe`]: { exec: { command: ["true"] } } } },
    "a host under older standards": {
      set: { "spec.containers.1": called },
      configuration: { version: "v1.33" },
    },
  },
  unknown: [`${container}.livenessProbe`, `${container}.readinessProbe.tcpSocket.host`, `${container}.lifecycle`],
});
