import type { Rule } from "../../../core/rule";
import { k8sIngressAlbGuarded } from "./k8s-ingress-alb-guarded";
import { k8sIngressNginxSnippets } from "./k8s-ingress-nginx-snippets";
import { k8sIngressNoWildcardHost } from "./k8s-ingress-no-wildcard-host";
import { k8sIngressTls } from "./k8s-ingress-tls";
import { k8sNetworkPolicyNarrow } from "./k8s-network-policy-narrow";
import { k8sNetworkPolicyPresent } from "./k8s-network-policy-present";
import { k8sServiceNoExternalIps } from "./k8s-service-no-external-ips";
import { k8sServiceNoNodeport } from "./k8s-service-no-nodeport";
import { k8sServiceNoPublicLb } from "./k8s-service-no-public-lb";

export const networkRules: readonly Rule[] = [
  k8sIngressAlbGuarded,
  k8sIngressNginxSnippets,
  k8sIngressNoWildcardHost,
  k8sIngressTls,
  k8sNetworkPolicyNarrow,
  k8sNetworkPolicyPresent,
  k8sServiceNoExternalIps,
  k8sServiceNoNodeport,
  k8sServiceNoPublicLb,
];
