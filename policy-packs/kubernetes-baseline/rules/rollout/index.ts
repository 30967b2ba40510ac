import type { Rule } from "../../../core/rule";
import { k8sGracefulShutdown } from "./k8s-graceful-shutdown";
import { k8sHpaRange } from "./k8s-hpa-range";
import { k8sNoSystemPriority } from "./k8s-no-system-priority";
import { k8sRolloutAwaited } from "./k8s-rollout-awaited";

export const rolloutRules: readonly Rule[] = [k8sGracefulShutdown, k8sHpaRange, k8sNoSystemPriority, k8sRolloutAwaited];
