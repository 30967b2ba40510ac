import { lbTlsPolicy } from "../../../../policy-packs/security-baseline/rules/lb/lb-tls-policy";
import { testRule } from "../../../support/rule";

const alb = "aws:alb/listener:Listener";
const classic = "aws:elb/loadBalancerPolicy:LoadBalancerPolicy";
const attributes = (...policyAttributes: object[]) => ({ of: classic, set: { policyAttributes } });

testRule(lbTlsPolicy, {
  bad: {
    "a listener left at AWS's default": { unset: ["sslPolicy"] },
    "TLS of a network load balancer": { set: { protocol: "TLS" }, unset: ["sslPolicy"] },
    "the default by name": { set: { sslPolicy: "ELBSecurityPolicy-2016-08" } },
    "TLS 1.1": { of: alb, set: { sslPolicy: "ELBSecurityPolicy-TLS-1-1-2017-01" } },
    "TLS 1.1 with forward secrecy": { of: alb, set: { sslPolicy: "ELBSecurityPolicy-FS-1-1-2019-08" } },
    "TLS 1.0 beside 1.3": { set: { sslPolicy: "ELBSecurityPolicy-TLS13-1-0-2021-06" } },
    "a policy that there is not": { set: { sslPolicy: "ELBSELBSecurityPolicy-TLS13-1-3-2021-06" } },
    "a Classic Load Balancer's old policy": attributes({
      name: "Reference-Security-Policy",
      value: "ELBSecurityPolicy-2015-05",
    }),
    "TLS 1.0 of a Classic Load Balancer": attributes({ name: "Protocol-TLSv1", value: "true" }),
    "SSL beside TLS 1.2": attributes(
      { name: "Protocol-TLSv1.2", value: "true" },
      { name: "Protocol-SSLv3", value: "true" },
    ),
    "a weak cipher": attributes({ name: "RC4-SHA", value: "true" }),
    "a cipher with SHA-1": attributes({ name: "AES128-SHA", value: "true" }),
  },
  notRemediated: [
    "a Classic Load Balancer's old policy",
    "TLS 1.0 of a Classic Load Balancer",
    "SSL beside TLS 1.2",
    "a weak cipher",
    "a cipher with SHA-1",
  ],
  good: {
    "TLS 1.3 only": { set: { sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06" } },
    "TLS 1.2 by its FIPS module": { set: { sslPolicy: "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04" } },
    "TLS 1.2 with forward secrecy": { set: { sslPolicy: "ELBSecurityPolicy-FS-1-2-Res-2020-10" } },
    "HTTP, which has no TLS": { props: { protocol: "HTTP" } },
    "TCP, which somebody else ends": { props: { protocol: "TCP" } },
    "TLS 1.2 and its ciphers one by one": attributes(
      { name: "Protocol-TLSv1.2", value: "true" },
      { name: "Protocol-TLSv1", value: "false" },
      { name: "Server-Defined-Cipher-Order", value: "true" },
      { name: "ECDHE-RSA-AES256-GCM-SHA384", value: "true" },
      { name: "AES128-SHA256", value: "true" },
    ),
    "a policy on something else": {
      of: classic,
      props: {
        policyTypeName: "ProxyProtocolPolicyType",
        policyAttributes: [{ name: "ProxyProtocol", value: "true" }],
      },
    },
  },
  unknown: ["protocol", "sslPolicy"],
});
