import { k8sNetworkPolicyPresent } from "../../../../policy-packs/kubernetes-baseline/rules/network/k8s-network-policy-present";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const pod = (namespace: string) => ({
  type: "kubernetes:core/v1:Pod",
  name: `pod-in-${namespace}`,
  props: { metadata: { namespace }, spec: { containers: [{ name: "app" }] } },
});
const policyOf = (namespace: string) => ({
  type: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
  name: `policy-of-${namespace}`,
  props: { metadata: { namespace }, spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] } },
});
const of = "default-deny";

testRule(k8sNetworkPolicyPresent, {
  bad: {
    "a namespace without a policy": { without: ["default-deny"] },
    "a policy of another namespace": { without: ["default-deny"], add: [policyOf("other")] },
    "a policy for some pods": { of, set: { "spec.podSelector.matchLabels": { app: "shop" } } },
    "a policy for pods by expressions": {
      of,
      set: { "spec.podSelector.matchExpressions": [{ key: "app", operator: "Exists" }] },
    },
    "a policy for incoming traffic only": { of, set: { "spec.policyTypes": ["Ingress"] } },
    "a policy that says nothing of outgoing traffic": { of, set: { "spec.policyTypes": [] } },
    "pods in a namespace that the stack's policies leave out": { add: [pod("other")] },
  },
  good: {
    "a policy with rules for outgoing traffic": {
      of,
      unset: ["spec.policyTypes"],
      set: { "spec.egress": [{ to: [] }] },
    },
    "one policy for each direction": {
      of,
      set: { "spec.policyTypes": ["Ingress"] },
      add: [
        {
          type: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
          name: "egress",
          props: { metadata: { namespace: "shop" }, spec: { podSelector: {}, policyTypes: ["Egress"] } },
          dependsOn: { metadata: ["shop"] },
        },
      ],
    },
    "incoming traffic alone, where that is asked": {
      of,
      set: { "spec.policyTypes": ["Ingress"] },
      configuration: { directions: ["Ingress"] },
    },
    "pods of a stack without namespaces and policies": { of: "app", without: ["shop", "default-deny"] },
    "a policy that names the namespace": { without: ["default-deny"], add: [policyOf("shop")] },
    "a namespace whose name is unknown yet": { set: { "metadata.name": unknown } },
  },
});
