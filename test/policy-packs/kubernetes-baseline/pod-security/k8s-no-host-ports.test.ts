import { k8sNoHostPorts } from "../../../../policy-packs/kubernetes-baseline/rules/pod-security/k8s-no-host-ports";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";

const taking = { name: "proxy", image: "safe.example.com/proxy", ports: [{ containerPort: 80, hostPort: 8080 }] };
const allowed = { allowedPorts: [{ from: 8000, to: 9000 }] };

testPodRule(k8sNoHostPorts, {
  bad: {
    "a port of the node": { set: { "spec.containers.0.ports.0.hostPort": 8080 } },
    "a second port": { set: { "spec.containers.0.ports.1": { hostPort: 53, protocol: "UDP" } } },
    "an init container's": { set: { "spec.initContainers": [taking] } },
    "one behind an unknown port": { set: { "spec.containers.0.ports": [unknown, { hostPort: 53 }] } },
    "a port in the node's network": { set: { "spec.hostNetwork": true } },
    "a port that is not allowed": { set: { "spec.containers.0.ports.0.hostPort": 7999 }, configuration: allowed },
    "the node's network where that is judged": {
      set: { "spec.hostNetwork": true },
      configuration: { ...allowed, hostNetwork: false },
    },
  },
  good: {
    "a hostPort of 0": { set: { "spec.containers.0.ports.0.hostPort": 0 } },
    "no ports": { unset: ["spec.containers.0.ports"] },
    "no ports in the node's network": { set: { "spec.hostNetwork": true }, unset: ["spec.containers.0.ports"] },
    "an allowed port": { set: { "spec.containers.0.ports.0.hostPort": 9000 }, configuration: allowed },
    "an exempt image": {
      set: { "spec.containers.1": taking },
      configuration: { exemptImages: ["safe.example.com/*"] },
    },
  },
  unknown: ["spec.containers.0.ports", "spec.containers.0.ports.0.hostPort"],
});
