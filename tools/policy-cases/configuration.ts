import type { Rule } from "../../policy-packs/core/rule";
import type { PolicyCase } from "./case";
import {
  clusterVersion,
  hostPorts,
  images,
  keep,
  largest,
  procMount,
  replicas,
  seccompProfiles,
  seccompRequired,
  seLinuxTypes,
} from "./kubernetes";

/** Says a source's parameters in the terms of our rule's own configuration. */
type Translate = (parameters: Readonly<Record<string, unknown>>) => object;

/** By rule. A rule that is not here is judged with its defaults. */
const translations: Readonly<Record<string, Translate>> = {
  "k8s-apparmor": keep("exemptImages"),
  "k8s-capabilities-baseline": keep("allowedCapabilities", "exemptImages"),
  "k8s-drop-all-capabilities": keep("exemptImages"),
  "k8s-image-registries": images,
  "k8s-image-tag-pinned": keep("exemptImages", "tags"),
  "k8s-ingress-tls": keep("tlsOptional"),
  "k8s-memory-limit": largest,
  "k8s-no-deprecated-api": clusterVersion,
  "k8s-no-host-path": keep("allowedHostPaths"),
  "k8s-no-host-ports": hostPorts,
  "k8s-no-privilege-escalation": keep("exemptImages"),
  "k8s-no-privileged": keep("exemptImages"),
  "k8s-proc-mount": procMount,
  "k8s-rbac-no-cluster-admin": keep("allowedRoles"),
  "k8s-readonly-root-filesystem": keep("exemptImages"),
  "k8s-replicas-min": replicas,
  "k8s-required-labels": keep("labels"),
  "k8s-resource-requests": largest,
  "k8s-run-as-non-root": keep("exemptImages"),
  "k8s-seccomp-not-unconfined": seccompProfiles,
  "k8s-seccomp-runtime-default": seccompRequired,
  "k8s-selinux": seLinuxTypes,
  "k8s-service-no-external-ips": keep("allowedIPs"),
  "k8s-storage-class-encrypted": keep("allowedStorageClasses"),
  "k8s-sysctls-safe": keep("allowedSysctls", "forbiddenSysctls"),
  "k8s-volume-types": ({ volumes }) => ({ allowedVolumes: volumes }),
  // The source asks for any tag but the name.
  "tags-required": () => ({ keys: [] }),
};

/** The configuration with which a case's label was given. */
export function configurationFor(rule: Rule, { parameters }: PolicyCase): object {
  return translations[rule.name]?.(parameters ?? {}) ?? {};
}
