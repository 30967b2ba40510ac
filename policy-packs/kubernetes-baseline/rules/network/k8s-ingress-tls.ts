import { z } from "zod";
import { resourceRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

type Annotations = Readonly<Record<string, unknown>>;

const alb = "alb.ingress.kubernetes.io";
const nginx = "nginx.ingress.kubernetes.io";

/** Ingresses serve HTTPS and nothing else. */
export const k8sIngressTls = resourceRule({
  name: "k8s-ingress-tls",
  title: "An ingress has a certificate and does not serve plain HTTP.",
  severity: "high",
  types: ["kubernetes:networking.k8s.io/v1:Ingress"],
  controls: {},
  parameters: z.object({
    /** Whether TLS may end elsewhere, so that spec.tls is not needed. */
    tlsOptional: z.boolean().default(false),
  }),
  remediationSteps:
    "Set spec.tls, and turn plain HTTP off: by kubernetes.io/ingress.allow-http, or by a redirect of the controller's own, such as alb.ingress.kubernetes.io/ssl-redirect.",
  docs: {
    why: "Over plain HTTP passwords and session cookies are anybody's on the way, and so is the answer.",
    good: {
      "kubernetes:networking.k8s.io/v1:Ingress": {
        metadata: { annotations: { "kubernetes.io/ingress.allow-http": "false" } },
        spec: { tls: [{ hosts: ["shop.example.com"], secretName: "shop-tls" }], rules: [{ host: "shop.example.com" }] },
      },
    },
  },
  check({ props: { metadata, spec } }, report, { tlsOptional }) {
    const annotations: Annotations = metadata?.annotations ?? {};
    const listeners = String(annotations[`${alb}/listen-ports`] ?? "");
    const certified =
      isNonEmpty(spec, "tls") || isSaid(annotations, `${alb}/certificate-arn`) || /"HTTPS"/i.test(listeners);
    if (!tlsOptional && !certified) report("the ingress has no certificate: set spec.tls");
    if (!refusesHttp(annotations, listeners)) {
      report(
        "the ingress serves plain HTTP: set the annotation kubernetes.io/ingress.allow-http to false, or redirect",
      );
    }
  },
});

const isSaid = (annotations: Annotations, key: string): boolean =>
  ![undefined, null, ""].includes(annotations[key] as "");

function refusesHttp(annotations: Annotations, listeners: string): boolean {
  return (
    String(annotations["kubernetes.io/ingress.allow-http"]) === "false" ||
    isSaid(annotations, `${alb}/ssl-redirect`) ||
    (/"HTTPS"/i.test(listeners) && !/"HTTP"/i.test(listeners)) ||
    String(annotations[`${nginx}/force-ssl-redirect`]) === "true" ||
    String(annotations[`${nginx}/ssl-redirect`]) === "true"
  );
}
