import { k8sNoHostPath } from "../../../../policy-packs/kubernetes-baseline/rules/pod-security/k8s-no-host-path";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const readOnly = { allowedHostPaths: [{ pathPrefix: "/var/log", readOnly: true }] };
const logs = { name: "scratch", hostPath: { path: "/var/log/pods" } };

testPodRule(k8sNoHostPath, {
  bad: {
    "a folder of the node": { set: { "spec.volumes.0": { name: "logs", hostPath: { path: "/var/log" } } } },
    "the container runtime's socket": {
      set: { "spec.volumes.1": { name: "docker", hostPath: { path: "/var/run/docker.sock", type: "Socket" } } },
    },
    "an unknown folder of the node": { set: { "spec.volumes.0": { name: "logs", hostPath: { path: unknown } } } },
    "one behind an unknown volume": { set: { "spec.volumes": [unknown, logs] } },
    "a folder beside an allowed one": {
      set: { "spec.volumes.0": { name: "logs", hostPath: { path: "/var/logs" } } },
      configuration: { allowedHostPaths: [{ pathPrefix: "/var/log" }] },
    },
    "a way out of an allowed folder": {
      set: { "spec.volumes.0": { name: "logs", hostPath: { path: "/var/log/../lib" } } },
      configuration: { allowedHostPaths: [{ pathPrefix: "/var/log" }] },
    },
    "a folder that may be read only": { set: { "spec.volumes.0": logs }, configuration: readOnly },
  },
  good: {
    "a pod without volumes": { unset: ["spec.volumes"] },
    "an allowed folder": {
      set: { "spec.volumes.0": logs },
      configuration: { allowedHostPaths: [{ pathPrefix: "/var/log" }] },
    },
    "an allowed folder mounted to read": {
      set: { "spec.volumes.0": logs, "spec.containers.0.volumeMounts.0.readOnly": true },
      configuration: readOnly,
    },
  },
  unknown: ["spec", "spec.volumes", "spec.volumes.0"],
});

const of = "kubernetes:core/v1:PersistentVolume";
testRule(k8sNoHostPath, {
  bad: { "a persistent volume on a node": { of, props: { spec: { hostPath: { path: "/data" } } } } },
  good: {
    "a persistent volume in an allowed folder": {
      of,
      props: { spec: { hostPath: { path: "/mnt/disks/a" } } },
      configuration: { allowedHostPaths: [{ pathPrefix: "/mnt/disks/" }] },
    },
    "a persistent volume that says nothing": { of, props: {} },
  },
});
