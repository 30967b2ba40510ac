import { k8sIngressTls } from "../../../../policy-packs/kubernetes-baseline/rules/network/k8s-ingress-tls";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const alb = "alb.ingress.kubernetes.io";
const annotations = (given: Record<string, unknown>) => ({ "metadata.annotations": given });

testRule(k8sIngressTls, {
  bad: {
    "no certificate": { unset: ["spec.tls"] },
    "an empty list of certificates": { set: { "spec.tls": [] } },
    "plain HTTP beside HTTPS": { unset: ["metadata"] },
    "HTTP said to be allowed": { set: annotations({ "kubernetes.io/ingress.allow-http": "true" }) },
    "plain HTTP where TLS is optional": { unset: ["metadata", "spec.tls"], configuration: { tlsOptional: true } },
    "a load balancer that listens to both": {
      unset: ["spec.tls"],
      set: annotations({ [`${alb}/listen-ports`]: '[{"HTTP": 80}, {"HTTPS": 443}]' }),
    },
    "a redirect without a certificate": {
      unset: ["spec.tls"],
      set: annotations({ [`${alb}/ssl-redirect`]: "443" }),
    },
  },
  good: {
    "a load balancer that listens to HTTPS": {
      unset: ["spec.tls"],
      set: annotations({ [`${alb}/listen-ports`]: '[{"HTTPS":443}]' }),
    },
    "a load balancer that redirects": {
      unset: ["spec.tls"],
      set: annotations({
        [`${alb}/certificate-arn`]: "arn:aws:acm:eu-west-1:111122223333:certificate/a",
        [`${alb}/ssl-redirect`]: "443",
      }),
    },
    "a redirect of nginx": { set: annotations({ "nginx.ingress.kubernetes.io/force-ssl-redirect": "true" }) },
    "no certificate where TLS is optional": { unset: ["spec.tls"], configuration: { tlsOptional: true } },
    "an unknown certificate": { set: { "spec.tls": unknown } },
  },
  unknown: ["metadata.annotations", "spec"],
});
