import { k8sNetworkPolicyNarrow } from "../../../../policy-packs/kubernetes-baseline/rules/network/k8s-network-policy-narrow";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const from = (...peers: object[]) => ({ set: { "spec.ingress": [{ from: peers }] } });

testRule(k8sNetworkPolicyNarrow, {
  bad: {
    "a rule of nothing": { set: { "spec.ingress": [{}] } },
    "a rule of no callers": from(),
    "every namespace": from({ namespaceSelector: {} }),
    "every namespace, said otherwise": from({ namespaceSelector: { matchLabels: {}, matchExpressions: [] } }),
    "the Internet": from({ ipBlock: { cidr: "0.0.0.0/0" } }),
    "the Internet by IPv6": from({ ipBlock: { cidr: "::/0" } }),
    "everybody after some": from({ podSelector: { matchLabels: { app: "web" } } }, { namespaceSelector: {} }),
    "everybody behind what is unknown": { set: { "spec.ingress": [unknown, {}] } },
    "everybody with no ports named": { set: { "spec.ingress": [{ ports: [] }] } },
  },
  good: {
    "nobody, as a default": { set: { "spec.ingress": [] } },
    "no rules": { unset: ["spec.ingress"] },
    "everybody on one port": { set: { "spec.ingress": [{ ports: [{ port: 443 }] }] } },
    "pods of every namespace by their labels": from({
      namespaceSelector: {},
      podSelector: { matchLabels: { app: "prometheus" } },
    }),
    "the pods of the namespace": from({ podSelector: {} }),
    "a namespace": from({ namespaceSelector: { matchLabels: { team: "web" } } }),
    "a namespace by an expression": from({
      namespaceSelector: { matchExpressions: [{ key: "team", operator: "Exists" }] },
    }),
    "a network": from({ ipBlock: { cidr: "10.0.0.0/8" } }),
    "everybody that may be called": { set: { "spec.egress": [{}] } },
    "no spec": { props: {} },
  },
  unknown: ["spec", "spec.ingress", "spec.ingress.0"],
});
