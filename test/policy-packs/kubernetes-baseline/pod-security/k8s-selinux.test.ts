import { k8sSelinux } from "../../../../policy-packs/kubernetes-baseline/rules/pod-security/k8s-selinux";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";

const pod = "spec.securityContext.seLinuxOptions";
const container = "spec.containers.0.securityContext.seLinuxOptions";

testPodRule(k8sSelinux, {
  bad: {
    "another type": { set: { [`${pod}.type`]: "spc_t" } },
    "a container's other type": { set: { [container]: { type: "svirt_lxc_net_t" } } },
    "a pod's with unknown containers": { set: { [`${pod}.type`]: "spc_t", "spec.containers": unknown } },
    "a user": { set: { [`${pod}.user`]: "system_u" } },
    "a container's role": { set: { [container]: { role: "sysadm_r" } } },
    "an init container's type": {
      set: { "spec.initContainers": [{ name: "init", securityContext: { seLinuxOptions: { type: "unconfined_t" } } }] },
    },
    "a type that came later": { set: { [`${pod}.type`]: "container_engine_t" }, configuration: { version: "v1.30" } },
  },
  good: {
    "no options": { unset: [pod] },
    "empty values": { set: { [pod]: { type: "", user: "", role: "" } } },
    "the type of a container engine": { set: { [`${pod}.type`]: "container_engine_t" } },
    "a type that the configuration allows": {
      set: { [`${pod}.type`]: "app_t" },
      configuration: { allowedTypes: ["app_t"] },
    },
  },
  unknown: [`${pod}.type`, `${pod}.user`, `${pod}.role`],
});
