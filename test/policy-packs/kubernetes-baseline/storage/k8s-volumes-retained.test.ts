import { k8sVolumesRetained } from "../../../../policy-packs/kubernetes-baseline/rules/storage/k8s-volumes-retained";
import { testRule } from "../../../support/rule";

const storageClass = "kubernetes:storage.k8s.io/v1:StorageClass";
const volume = "kubernetes:core/v1:PersistentVolume";
const retention = "spec.persistentVolumeClaimRetentionPolicy";
const configuration = { stacks: ["test"] };

testRule(k8sVolumesRetained, {
  bad: {
    "a StatefulSet that takes its data along": { set: { [`${retention}.whenDeleted`]: "Delete" }, configuration },
    "a StatefulSet that takes data along when it shrinks": {
      set: { [`${retention}.whenScaled`]: "Delete" },
      configuration,
    },
    "a class of which nothing is said": { of: storageClass, unset: ["reclaimPolicy"], configuration },
    "a class that deletes": { of: storageClass, set: { reclaimPolicy: "Delete" }, configuration },
    "a volume that goes": { of: volume, set: { "spec.persistentVolumeReclaimPolicy": "Delete" }, configuration },
    "a volume that is emptied": { of: volume, set: { "spec.persistentVolumeReclaimPolicy": "Recycle" }, configuration },
  },
  good: {
    "a StatefulSet of which nothing is said": { props: {}, configuration },
    "a volume of which nothing is said": { of: volume, props: {}, configuration },
    "a class of development": { of: storageClass, unset: ["reclaimPolicy"] },
  },
});
