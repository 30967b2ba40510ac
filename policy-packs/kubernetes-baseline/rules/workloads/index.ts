import type { Rule } from "../../../core/rule";
import { k8sDedicatedServiceAccount } from "./k8s-dedicated-service-account";
import { k8sImagePullPolicy } from "./k8s-image-pull-policy";
import { k8sImageRegistries } from "./k8s-image-registries";
import { k8sImageTagPinned } from "./k8s-image-tag-pinned";
import { k8sLivenessProbe } from "./k8s-liveness-probe";
import { k8sMemoryLimit } from "./k8s-memory-limit";
import { k8sNoAutomountToken } from "./k8s-no-automount-token";
import { k8sNoBarePod } from "./k8s-no-bare-pod";
import { k8sNoSecretsInConfigmap } from "./k8s-no-secrets-in-configmap";
import { k8sPdbPresent } from "./k8s-pdb-present";
import { k8sReadinessProbe } from "./k8s-readiness-probe";
import { k8sReplicasMin } from "./k8s-replicas-min";
import { k8sResourceRequests } from "./k8s-resource-requests";
import { k8sSecretsNotInEnv } from "./k8s-secrets-not-in-env";
import { k8sStorageClassEncrypted } from "./k8s-storage-class-encrypted";
import { k8sTopologySpread } from "./k8s-topology-spread";

export const workloadRules: readonly Rule[] = [
  k8sDedicatedServiceAccount,
  k8sImagePullPolicy,
  k8sImageRegistries,
  k8sImageTagPinned,
  k8sLivenessProbe,
  k8sMemoryLimit,
  k8sNoAutomountToken,
  k8sNoBarePod,
  k8sNoSecretsInConfigmap,
  k8sPdbPresent,
  k8sReadinessProbe,
  k8sReplicasMin,
  k8sResourceRequests,
  k8sSecretsNotInEnv,
  k8sStorageClassEncrypted,
  k8sTopologySpread,
];
