import { hasPublicLoadBalancer } from "../../../core/load-balancers";
import { resourceRule } from "../../../core/rule";

/** Load balancers of services are for their own network. */
export const k8sServiceNoPublicLb = resourceRule({
  name: "k8s-service-no-public-lb",
  title: "A service's load balancer is internal.",
  severity: "high",
  types: ["kubernetes:core/v1:Service"],
  controls: {},
  remediationSteps:
    "Set the annotation service.beta.kubernetes.io/aws-load-balancer-scheme to internal, or put an Ingress before a ClusterIP service.",
  docs: {
    why: "A load balancer on the Internet makes the service reachable by all, without TLS, a firewall or logs of its own.",
    good: {
      "kubernetes:core/v1:Service": {
        metadata: { annotations: { "service.beta.kubernetes.io/aws-load-balancer-scheme": "internal" } },
        spec: { type: "LoadBalancer", selector: { app: "shop" }, ports: [{ port: 443 }] },
      },
    },
  },
  check({ props: { metadata, spec } }, report) {
    if (!hasPublicLoadBalancer({ metadata, spec })) return;
    report(
      "the load balancer is on the Internet: set the annotation service.beta.kubernetes.io/aws-load-balancer-scheme to internal",
    );
  },
});
