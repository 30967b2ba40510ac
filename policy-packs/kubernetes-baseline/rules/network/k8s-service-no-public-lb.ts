import { resourceRule } from "../../../core/rule";

/** Annotations that make a load balancer internal, in the clouds that a manifest may come from, and their values. */
const internal: Readonly<Record<string, RegExp>> = {
  "service.beta.kubernetes.io/aws-load-balancer-scheme": /^internal$/,
  "service.beta.kubernetes.io/aws-load-balancer-internal": /^(true|0\.0\.0\.0\/0)$/,
  "service.beta.kubernetes.io/azure-load-balancer-internal": /^true$/,
  "networking.gke.io/load-balancer-type": /^internal$/i,
  "cloud.google.com/load-balancer-type": /^internal$/i,
};

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
    if (spec?.type !== "LoadBalancer") return;
    const annotations: Readonly<Record<string, unknown>> = metadata?.annotations ?? {};
    const isInternal = Object.entries(internal).some(([key, value]) => value.test(String(annotations[key] ?? "")));
    // What the AWS Load Balancer Controller makes is internal unless its scheme says otherwise
    // (kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations).
    const byController =
      spec.loadBalancerClass === "service.k8s.aws/nlb" ||
      ["external", "nlb-ip"].includes(String(annotations["service.beta.kubernetes.io/aws-load-balancer-type"]));
    const scheme = annotations["service.beta.kubernetes.io/aws-load-balancer-scheme"];
    if (isInternal || (byController && (scheme ?? "internal") === "internal")) return;
    report(
      "the load balancer is on the Internet: set the annotation service.beta.kubernetes.io/aws-load-balancer-scheme to internal",
    );
  },
});
