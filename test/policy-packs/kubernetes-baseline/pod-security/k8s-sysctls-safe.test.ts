import { k8sSysctlsSafe } from "../../../../policy-packs/kubernetes-baseline/rules/pod-security/k8s-sysctls-safe";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";

const sysctls = "spec.securityContext.sysctls";

testPodRule(k8sSysctlsSafe, {
  bad: {
    "a sysctl of the node": { set: { [`${sysctls}.0.name`]: "kernel.msgmax" } },
    "one beside a safe one": { set: { [`${sysctls}.1`]: { name: "net.core.somaxconn", value: "1024" } } },
    "one behind an unknown one": { set: { [sysctls]: [unknown, { name: "net.core.somaxconn", value: "1024" }] } },
    "one that became safe later": {
      set: { [`${sysctls}.0.name`]: "net.ipv4.tcp_rmem" },
      configuration: { version: "v1.31" },
    },
    "a safe one that is forbidden": { configuration: { forbiddenSysctls: ["net.*"] } },
  },
  good: {
    none: { unset: [sysctls] },
    "one of 1.32": { set: { [`${sysctls}.0.name`]: "net.ipv4.tcp_rmem" }, configuration: { version: "v1.32" } },
    "one that the configuration allows": {
      set: { [`${sysctls}.0.name`]: "kernel.msgmax" },
      configuration: { allowedSysctls: ["kernel.msg*"] },
    },
    "an unknown value": { set: { [`${sysctls}.0.value`]: unknown } },
  },
  unknown: [sysctls, `${sysctls}.0`, `${sysctls}.0.name`],
});
