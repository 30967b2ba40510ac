import { z } from "zod";
import type { PodSpec } from "./workload";

/**
 * The version of the Pod Security Standards by which a rule judges, as in the label
 * `pod-security.kubernetes.io/enforce-version`; the standards change with Kubernetes
 * (kubernetes.io/docs/concepts/security/pod-security-standards).
 */
export const standardsVersion = z.object({
  version: z
    .string()
    .regex(/^(latest|v1\.\d+)$/)
    .default("latest"),
});

/** Whether the standards of `version` have what came with Kubernetes 1.`minor`. */
export function hasStandardsOf(minor: number, version: string): boolean {
  return version === "latest" || Number(version.slice("v1.".length)) >= minor;
}

/** Whether the pods run on Windows, where Linux's restrictions mean nothing: the standards leave them out since 1.25. */
export const runsOnWindows = (spec: PodSpec): boolean => spec.os?.name === "windows";

/**
 * Whether root in the pod is nobody on its node: the standards let such pods run as root and unmask /proc since 1.35.
 */
export const hasOwnUsers = (spec: PodSpec, version: string): boolean =>
  hasStandardsOf(35, version) && spec.hostUsers === false;

/** A security context that can be changed, made where there is none. */
export function contextOf<T extends object>(holder: { securityContext?: T }): T {
  holder.securityContext ??= {} as T;
  return holder.securityContext;
}
