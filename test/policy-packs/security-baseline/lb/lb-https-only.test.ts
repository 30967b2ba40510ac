import { lbHttpsOnly } from "../../../../policy-packs/security-baseline/rules/lb/lb-https-only";
import { testRule } from "../../../support/rule";

const alb = "aws:alb/listener:Listener";
const classic = "aws:elb/loadBalancer:LoadBalancer";
const redirect = { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } };

testRule(lbHttpsOnly, {
  bad: {
    HTTP: { props: { port: 80, protocol: "HTTP", defaultActions: [{ type: "forward" }] } },
    "HTTP without actions": { props: { port: 8080, protocol: "HTTP" } },
    "HTTP by default": { props: { port: 80, defaultActions: [{ type: "forward" }] } },
    "HTTPS on the port of HTTP": { set: { port: 80 } },
    "a redirect to HTTP": { of: alb, set: { "defaultActions.0.redirect.protocol": "HTTP" } },
    "a redirect to the protocol that was asked for": { of: alb, unset: ["defaultActions.0.redirect.protocol"] },
    "something else than the redirect": { of: alb, set: { defaultActions: [redirect, { type: "fixed-response" }] } },
    "HTTP of a Classic Load Balancer": { of: classic, set: { "listeners.0.lbProtocol": "http" } },
    "HTTP beside HTTPS": { of: classic, set: { "listeners.1": { lbPort: 80, lbProtocol: "HTTP" } } },
    "TCP of a Classic Load Balancer": { of: classic, set: { "listeners.0.lbProtocol": "tcp" } },
  },
  good: {
    "TLS of a network load balancer": { props: { port: 443, protocol: "TLS" } },
    "TCP that goes on to who ends TLS": { props: { port: 443, protocol: "TCP" } },
    "a redirect by default": { props: { port: 80, defaultActions: [redirect] } },
    "the listener of a gateway load balancer": { props: { defaultActions: [{ type: "forward" }] } },
    "SSL of a Classic Load Balancer": { of: classic, set: { "listeners.0.lbProtocol": "SSL" } },
  },
  unknown: ["protocol", "port"],
});
