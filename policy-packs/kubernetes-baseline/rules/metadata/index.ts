import type { Rule } from "../../../core/rule";
import { k8sNamespacePssLabel } from "./k8s-namespace-pss-label";
import { k8sNoDefaultNamespace } from "./k8s-no-default-namespace";
import { k8sNoDeprecatedApi } from "./k8s-no-deprecated-api";
import { k8sRequiredLabels } from "./k8s-required-labels";

export const metadataRules: readonly Rule[] = [
  k8sNamespacePssLabel,
  k8sNoDefaultNamespace,
  k8sNoDeprecatedApi,
  k8sRequiredLabels,
];
