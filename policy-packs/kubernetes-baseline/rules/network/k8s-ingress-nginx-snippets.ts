import { anyTypeRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

/** Annotations whose text becomes configuration of nginx, of the community's and of F5's controller. */
const snippet = /^nginx\.ingress\.kubernetes\.io\/[a-z-]*snippet$|^nginx\.org\/[a-z-]*snippets$/;

/** Annotations that were quoted badly (CVE-2025-1097, CVE-2025-1098, CVE-2025-24514), and what may not be in them. */
const quoted: Readonly<Record<string, RegExp>> = {
  "nginx.ingress.kubernetes.io/auth-url": /[\s;#{}"'`|\\<>]/,
  "nginx.ingress.kubernetes.io/auth-tls-match-cn": /[\n\r;#{}"'`]/,
  "nginx.ingress.kubernetes.io/mirror-target": /[\s;#{}"'`|\\<>]/,
  "nginx.ingress.kubernetes.io/mirror-host": /[\s;#{}"'`|\\<>]/,
};

/** Ingresses do not write the configuration of nginx. */
export const k8sIngressNginxSnippets = anyTypeRule({
  name: "k8s-ingress-nginx-snippets",
  title: "No annotation of an ingress carries configuration of nginx.",
  severity: "high",
  // An Ingress in whatever API group a manifest says that it is.
  judges: (type) => /^kubernetes:[^:]+:Ingress$/.test(type),
  controls: {},
  remediationSteps:
    "Remove the snippet, use the controller's annotations for single settings, and turn allow-snippet-annotations off.",
  docs: {
    why: "Such configuration runs in the controller, with its token: whoever writes an ingress reads all secrets of the cluster.",
    good: [
      {
        type: "kubernetes:networking.k8s.io/v1:Ingress",
        name: "shop",
        props: {
          metadata: { annotations: { "nginx.ingress.kubernetes.io/auth-url": "https://auth.example.com/verify" } },
        },
      },
    ],
  },
  check({ props }, report) {
    const metadata = props.metadata as { readonly annotations?: Readonly<Record<string, unknown>> } | undefined;
    const annotations = metadata?.annotations;
    forEachKnown(Object.keys(annotations ?? {}), (key) => {
      if (snippet.test(key)) report(`an annotation is configuration of nginx: remove ${key}`);
      else if (quoted[key]?.test(String(annotations?.[key]))) {
        report(`an annotation can break out into the configuration of nginx: set ${key} to a plain value`);
      }
    });
  },
});
