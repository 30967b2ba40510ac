import { resourceRule } from "../../../core/rule";

/** Services take no port of every node. */
export const k8sServiceNoNodeport = resourceRule({
  name: "k8s-service-no-nodeport",
  title: "No service is of type NodePort.",
  severity: "medium",
  types: ["kubernetes:core/v1:Service"],
  controls: {},
  remediationSteps: "Set spec.type to ClusterIP, and put an Ingress or an internal load balancer before it.",
  docs: {
    why: "A node port is open on every node, past load balancers, their certificates and their logs.",
    good: { "kubernetes:core/v1:Service": { spec: { type: "ClusterIP", ports: [{ port: 80 }] } } },
  },
  check({ props: { spec } }, report) {
    if (spec?.type === "NodePort") report("the service takes a port of every node: set spec.type to ClusterIP");
  },
});
