import { k8sServiceNoNodeport } from "../../../../policy-packs/kubernetes-baseline/rules/network/k8s-service-no-nodeport";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(k8sServiceNoNodeport, {
  bad: { "a port of every node": { set: { "spec.type": "NodePort" } } },
  good: {
    "the default": { unset: ["spec.type"] },
    "a load balancer": { set: { "spec.type": "LoadBalancer" } },
    "a name of another service": { set: { spec: { type: "ExternalName", externalName: "example.com" } } },
    "unknown ports": { set: { "spec.ports": unknown } },
  },
  unknown: ["spec.type", "spec"],
});
