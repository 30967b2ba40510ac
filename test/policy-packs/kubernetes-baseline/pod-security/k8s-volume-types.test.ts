import { k8sVolumeTypes } from "../../../../policy-packs/kubernetes-baseline/rules/pod-security/k8s-volume-types";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";

testPodRule(k8sVolumeTypes, {
  bad: {
    "a share": { set: { "spec.volumes.0": { name: "data", nfs: { server: "192.0.2.1", path: "/" } } } },
    "a disk": { set: { "spec.volumes.2": { name: "disk", awsElasticBlockStore: { volumeID: "vol-0a" } } } },
    "a folder of the node": { set: { "spec.volumes.2": { name: "logs", hostPath: { path: "/var/log" } } } },
    "a repository": { set: { "spec.volumes.0": { name: "code", gitRepo: { repository: unknown } } } },
    "one behind an unknown volume": { set: { "spec.volumes": [unknown, { name: "data", iscsi: {} }] } },
    "one that the configuration leaves out": { configuration: { allowedVolumes: ["emptyDir"] } },
  },
  good: {
    "no volumes": { unset: ["spec.volumes"] },
    "a volume that names no type": { set: { "spec.volumes": [{ name: "scratch" }] } },
    "a secret": { set: { "spec.volumes.0": { name: "data", secret: { secretName: unknown } } } },
    "an allowed share": {
      set: { "spec.volumes": [{ name: "data", nfs: {} }] },
      configuration: { allowedVolumes: ["nfs"] },
    },
    "anything, where all is allowed": {
      set: { "spec.volumes": [{ name: "data", nfs: {} }] },
      configuration: { allowedVolumes: ["*"] },
    },
  },
  unknown: ["spec.volumes", "spec.volumes.0"],
});
