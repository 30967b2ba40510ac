import type { Rule } from "../../../core/rule";
import { k8sApparmor } from "./k8s-apparmor";
import { k8sCapabilitiesBaseline } from "./k8s-capabilities-baseline";
import { k8sDropAllCapabilities } from "./k8s-drop-all-capabilities";
import { k8sNoHostNamespaces } from "./k8s-no-host-namespaces";
import { k8sNoHostPath } from "./k8s-no-host-path";
import { k8sNoHostPorts } from "./k8s-no-host-ports";
import { k8sNoHostProbes } from "./k8s-no-host-probes";
import { k8sNoPrivilegeEscalation } from "./k8s-no-privilege-escalation";
import { k8sNoPrivileged } from "./k8s-no-privileged";
import { k8sNoWindowsHostProcess } from "./k8s-no-windows-host-process";
import { k8sProcMount } from "./k8s-proc-mount";
import { k8sReadonlyRootFilesystem } from "./k8s-readonly-root-filesystem";
import { k8sRunAsNonRoot } from "./k8s-run-as-non-root";
import { k8sSeccompNotUnconfined } from "./k8s-seccomp-not-unconfined";
import { k8sSeccompRuntimeDefault } from "./k8s-seccomp-runtime-default";
import { k8sSelinux } from "./k8s-selinux";
import { k8sSysctlsSafe } from "./k8s-sysctls-safe";
import { k8sVolumeTypes } from "./k8s-volume-types";

export const podSecurityRules: readonly Rule[] = [
  k8sApparmor,
  k8sCapabilitiesBaseline,
  k8sDropAllCapabilities,
  k8sNoHostNamespaces,
  k8sNoHostPath,
  k8sNoHostPorts,
  k8sNoHostProbes,
  k8sNoPrivilegeEscalation,
  k8sNoPrivileged,
  k8sNoWindowsHostProcess,
  k8sProcMount,
  k8sReadonlyRootFilesystem,
  k8sRunAsNonRoot,
  k8sSeccompNotUnconfined,
  k8sSeccompRuntimeDefault,
  k8sSelinux,
  k8sSysctlsSafe,
  k8sVolumeTypes,
];
