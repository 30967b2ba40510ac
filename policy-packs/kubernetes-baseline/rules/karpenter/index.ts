import type { Rule } from "../../../core/rule";
import { k8sNodeclassAmiPinned } from "./k8s-nodeclass-ami-pinned";
import { k8sNodepoolExpiry } from "./k8s-nodepool-expiry";
import { k8sNodepoolLimits } from "./k8s-nodepool-limits";

export const karpenterRules: readonly Rule[] = [k8sNodeclassAmiPinned, k8sNodepoolExpiry, k8sNodepoolLimits];
