import { k8sStorageClassEncrypted } from "../../../../policy-packs/kubernetes-baseline/rules/workloads/k8s-storage-class-encrypted";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const of = "kubernetes:core/v1:PersistentVolumeClaim";

testRule(k8sStorageClassEncrypted, {
  bad: {
    "no parameters": { unset: ["parameters"] },
    "parameters that do not say": { unset: ["parameters.encrypted"] },
    "a class that does not encrypt": { set: { "parameters.encrypted": "false" } },
    "a class of Auto Mode": { set: { provisioner: "ebs.csi.eks.amazonaws.com" }, unset: ["parameters"] },
    "a class of the old provisioner": { set: { provisioner: "kubernetes.io/aws-ebs" }, unset: ["parameters"] },
    "a claim of another class": { of, set: { "spec.storageClassName": "gp2" } },
    "a claim that the configuration does not allow": { of, configuration: { allowedStorageClasses: ["io2"] } },
  },
  good: {
    "a class of EFS, which encrypts the file system": {
      set: { provisioner: "efs.csi.aws.com" },
      unset: ["parameters"],
    },
    "a boolean": { set: { "parameters.encrypted": true } },
    "a key": { set: { "parameters.kmsKeyId": unknown } },
    "a claim of the default class": { of, unset: ["spec.storageClassName"] },
    "a claim of a volume that is there": { of, set: { "spec.storageClassName": "" } },
    "a claim that the configuration allows": {
      of,
      set: { "spec.storageClassName": "io2" },
      configuration: { allowedStorageClasses: ["io2"] },
    },
  },
  unknown: ["provisioner", "parameters", "parameters.encrypted"],
});
