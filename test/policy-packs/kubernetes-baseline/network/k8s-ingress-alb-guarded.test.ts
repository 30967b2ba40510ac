import { k8sIngressAlbGuarded } from "../../../../policy-packs/kubernetes-baseline/rules/network/k8s-ingress-alb-guarded";
import { testRule } from "../../../support/rule";

const alb = "alb.ingress.kubernetes.io";
const annotated = (annotations: Record<string, string>) => ({
  set: {
    "metadata.annotations": Object.fromEntries(
      Object.entries({ scheme: "internet-facing", ...annotations }).map(([key, value]) => [`${alb}/${key}`, value]),
    ),
  },
});

testRule(k8sIngressAlbGuarded, {
  bad: {
    "nothing but the Internet": annotated({}),
    "an empty web ACL": annotated({ "wafv2-acl-arn": "" }),
    "all of IPv4": annotated({ "inbound-cidrs": "0.0.0.0/0" }),
    "all of IPv6 after a network": annotated({ "inbound-cidrs": "192.0.2.0/24, ::/0" }),
  },
  good: {
    "an internal one": annotated({ scheme: "internal" }),
    "no scheme": { set: { "metadata.annotations": { [`${alb}/target-type`]: "ip" } } },
    "another controller's": { props: { metadata: { annotations: { "kubernetes.io/ingress.class": "nginx" } } } },
    "some networks": annotated({ "inbound-cidrs": "192.0.2.0/24,198.51.100.0/24" }),
    "an older web ACL": annotated({ "waf-acl-id": "0a1b2c3d" }),
    "prefix lists": annotated({ "security-group-prefix-lists": "pl-0123456789abcdef0" }),
    "security groups of its own": annotated({ "security-groups": "sg-0123456789abcdef0" }),
    "no metadata": { props: {} },
  },
  unknown: ["metadata", "metadata.annotations"],
});
