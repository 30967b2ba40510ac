import { k8sServiceNoExternalIps } from "../../../../policy-packs/kubernetes-baseline/rules/network/k8s-service-no-external-ips";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(k8sServiceNoExternalIps, {
  bad: {
    "an address": { set: { "spec.externalIPs": ["203.0.113.1"] } },
    "one beside an allowed one": {
      set: { "spec.externalIPs": ["203.0.113.1", "203.0.113.2"] },
      configuration: { allowedIPs: ["203.0.113.1"] },
    },
    "one behind an unknown one": { set: { "spec.externalIPs": [unknown, "2001:db8::1"] } },
  },
  good: {
    none: { unset: ["spec.externalIPs"] },
    "an allowed address": {
      set: { "spec.externalIPs": ["203.0.113.1"] },
      configuration: { allowedIPs: ["203.0.113.1"] },
    },
  },
  unknown: ["spec", "spec.externalIPs"],
});
