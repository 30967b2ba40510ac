import { resourceRule } from "../../../core/rule";

const ingress = "kubernetes:networking.k8s.io/v1:Ingress";
const alb = "alb.ingress.kubernetes.io";

/** Annotations that keep some callers out. */
const guards = [
  "wafv2-acl-arn",
  "wafv2-acl-name",
  "waf-acl-id",
  "web-acl-id",
  "security-groups",
  "security-group-prefix-lists",
];

/** A load balancer on the Internet does not take everything from everybody. */
export const k8sIngressAlbGuarded = resourceRule({
  name: "k8s-ingress-alb-guarded",
  title: "An ingress on the Internet has a web ACL, or takes calls from some networks only.",
  severity: "medium",
  types: [ingress],
  controls: {},
  remediationSteps: `Set the annotation ${alb}/wafv2-acl-arn, or ${alb}/inbound-cidrs to the networks that may call, or ${alb}/scheme to internal.`,
  docs: {
    why: "The AWS Load Balancer Controller opens the load balancer to 0.0.0.0/0 by itself, and the rules about security groups and WAF never see what it makes.",
    good: {
      [ingress]: {
        metadata: {
          annotations: {
            [`${alb}/scheme`]: "internet-facing",
            [`${alb}/wafv2-acl-arn`]: "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/shop/0a1b2c3d",
          },
        },
      },
    },
  },
  // Defaults: internal, and 0.0.0.0/0 (kubernetes-sigs.github.io/aws-load-balancer-controller, guide/ingress/annotations).
  check({ props: { metadata } }, report) {
    const annotations: Readonly<Record<string, unknown>> = metadata?.annotations ?? {};
    if (annotations[`${alb}/scheme`] !== "internet-facing") return;
    if (guards.some((guard) => String(annotations[`${alb}/${guard}`] ?? "") !== "")) return;
    const networks = String(annotations[`${alb}/inbound-cidrs`] ?? "0.0.0.0/0").split(",");
    if (networks.some((network) => /^(\d+\.\d+\.\d+\.\d+|[0:]*)\/0$/.test(network.trim()))) {
      report(`everybody may call: set the annotation ${alb}/wafv2-acl-arn, or ${alb}/inbound-cidrs`);
    }
  },
});
