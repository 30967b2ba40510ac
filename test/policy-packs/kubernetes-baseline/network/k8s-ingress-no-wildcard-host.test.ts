import { k8sIngressNoWildcardHost } from "../../../../policy-packs/kubernetes-baseline/rules/network/k8s-ingress-no-wildcard-host";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const ingress = (name: string, host: string, path: string) => ({
  type: "kubernetes:networking.k8s.io/v1:Ingress",
  name,
  props: { spec: { rules: [{ host, http: { paths: [{ path }] } }] } },
});

testRule(k8sIngressNoWildcardHost, {
  bad: {
    "no host": { unset: ["spec.rules.0.host"] },
    "an empty host": { set: { "spec.rules.1.host": "" } },
    "any subdomain": { set: { "spec.rules.0.host": "*.example.com" } },
    "any host": { set: { "spec.rules.0.host": "*" } },
    "one behind an unknown rule": { set: { "spec.rules": [unknown, { host: "*" }] } },
    "a default for all hosts": { set: { spec: { defaultBackend: { service: { name: "shop" } } } } },
    "a host that another serves": { add: [ingress("other", "shop.example.com", "/")] },
  },
  good: {
    "the same host with another path": { add: [ingress("other", "shop.example.com", "/api")] },
    "a default beside rules": { set: { "spec.defaultBackend": { service: { name: "shop" } } } },
    "another host": { add: [ingress("other", "api.example.com", "/")] },
  },
  unknown: ["spec", "spec.rules", "spec.rules.0.host"],
});
