import { always, either } from "./savings";
import type { Stateful } from "./stateful";

const docs = "https://kubernetes.io/docs";
const definition: Stateful = {
  lost: "every object of its kind is deleted, in all namespaces",
  saves: [],
  source: `${docs}/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/`,
};
const claims = always("its claims stay unless persistentVolumeClaimRetentionPolicy says Delete");

/** What Kubernetes keeps. */
export const kubernetesStores: Readonly<Record<string, Stateful>> = {
  "kubernetes:core/v1:PersistentVolumeClaim": {
    lost: "its volume is released, and deleted where its reclaim policy is Delete",
    saves: [always("classes that say nothing delete")],
    source: `${docs}/concepts/storage/persistent-volumes/`,
  },
  "kubernetes:core/v1:PersistentVolume": {
    lost: "the cluster loses its volume",
    saves: [
      either(
        "spec.persistentVolumeReclaimPolicy",
        "Delete",
        "the disk behind it is deleted: persistentVolumeReclaimPolicy is Delete",
        "the disk behind it stays",
      ),
    ],
    source: `${docs}/concepts/storage/persistent-volumes/`,
  },
  "kubernetes:core/v1:Namespace": {
    lost: "every object in it is deleted, with its claims and secrets",
    saves: [],
    source: `${docs}/tasks/administer-cluster/namespaces/`,
  },
  "kubernetes:apps/v1:StatefulSet": {
    lost: "its pods go, without order",
    saves: [claims],
    source: `${docs}/concepts/workloads/controllers/statefulset/`,
  },
  "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition": definition,
  "kubernetes:apiextensions.k8s.io/v1beta1:CustomResourceDefinition": definition,
};
