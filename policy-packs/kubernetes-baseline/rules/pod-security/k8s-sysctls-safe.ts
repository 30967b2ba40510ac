import { z } from "zod";
import { podRule } from "../../../core/pod-rule";
import { hasStandardsOf, standardsVersion } from "../../../core/pod-security";
import { forEachKnown } from "../../../core/unknown";

/** Sysctls that concern the pod alone, by the minor version of the standards that knows them first. */
const safeSince: readonly (readonly [minor: number, names: readonly string[]])[] = [
  [
    0,
    [
      "kernel.shm_rmid_forced",
      "net.ipv4.ip_local_port_range",
      "net.ipv4.ip_unprivileged_port_start",
      "net.ipv4.ping_group_range",
      "net.ipv4.tcp_syncookies",
    ],
  ],
  [27, ["net.ipv4.ip_local_reserved_ports"]],
  [
    29,
    [
      "net.ipv4.tcp_fin_timeout",
      "net.ipv4.tcp_keepalive_intvl",
      "net.ipv4.tcp_keepalive_probes",
      "net.ipv4.tcp_keepalive_time",
    ],
  ],
  [32, ["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"]],
];

/** Pods change only what concerns them. */
export const k8sSysctlsSafe = podRule({
  name: "k8s-sysctls-safe",
  title: "Pods set safe sysctls only.",
  severity: "medium",
  controls: {},
  parameters: standardsVersion.extend({
    /** Sysctls besides the safe ones; `*` at the end stands for anything. */
    allowedSysctls: z.array(z.string()).default([]),
    /** Sysctls that are not allowed even though they are safe. */
    forbiddenSysctls: z.array(z.string()).default([]),
  }),
  remediationSteps:
    "Remove the sysctl from securityContext.sysctls, or set it for all pods in the configuration of the nodes.",
  docs: {
    why: "Other sysctls change the kernel of the whole node, and so all of its pods; a kubelet refuses to start the pod.",
    good: {
      securityContext: { sysctls: [{ name: "net.ipv4.tcp_syncookies", value: "1" }] },
      containers: [{ name: "app", image: "registry.k8s.io/pause:3.10" }],
    },
  },
  check({ spec }, report, { version, allowedSysctls, forbiddenSysctls }) {
    const safe = safeSince.filter(([minor]) => hasStandardsOf(minor, version)).flatMap(([, names]) => names);
    forEachKnown(spec.securityContext?.sysctls, ({ name = "" }) => {
      const allowed = matches(name, [...safe, ...allowedSysctls]) && !matches(name, forbiddenSysctls);
      if (!allowed) report("the pod sets a sysctl that is not safe: take it out of securityContext.sysctls");
    });
  },
});

const matches = (name: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => (pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
