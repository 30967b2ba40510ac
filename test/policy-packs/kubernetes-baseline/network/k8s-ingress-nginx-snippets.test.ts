import { k8sIngressNginxSnippets } from "../../../../policy-packs/kubernetes-baseline/rules/network/k8s-ingress-nginx-snippets";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const nginx = "nginx.ingress.kubernetes.io";
const annotated = (key: string, value: unknown) => ({ set: { "metadata.annotations": { [key]: value } } });

testRule(k8sIngressNginxSnippets, {
  bad: {
    "configuration of a server": annotated(`${nginx}/server-snippet`, "return 200;"),
    "configuration of a path": annotated(`${nginx}/configuration-snippet`, "more_set_headers a;"),
    "configuration of an authentication": annotated(`${nginx}/auth-snippet`, ""),
    "configuration for the other controller": annotated("nginx.org/location-snippets", "alias /;"),
    "unknown configuration": annotated(`${nginx}/server-snippet`, unknown),
    "an address that ends a directive": annotated(`${nginx}/auth-url`, "http://example.com/#;\nload_module a"),
    "a mirror with another command": annotated(`${nginx}/mirror-target`, "http://example.com/a|b"),
    "a mirror's host with another line": annotated(`${nginx}/mirror-host`, "example.com;\n"),
    "a name that ends a directive": annotated(`${nginx}/auth-tls-match-cn`, "CN=a #(\n){}"),
  },
  good: {
    "no annotations": { unset: ["metadata"] },
    "an address with nginx's own variable": annotated(`${nginx}/auth-url`, "https://$host/oauth2/auth?a=b&c=d"),
    "a pattern of names": annotated(`${nginx}/auth-tls-match-cn`, "CN=(shop|web)-[0-9]+"),
    "another annotation": annotated(`${nginx}/rewrite-target`, "/;"),
  },
  unknown: ["metadata", "metadata.annotations"],
});
