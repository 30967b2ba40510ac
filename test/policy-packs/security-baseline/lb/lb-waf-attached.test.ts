import { lbWafAttached } from "../../../../policy-packs/security-baseline/rules/lb/lb-waf-attached";
import { testRule } from "../../../support/rule";

const association = "aws:wafregional/webAclAssociation:WebAclAssociation";

testRule(lbWafAttached, {
  bad: {
    "a load balancer without": { of: "shop", without: ["shop-waf"] },
    "a load balancer left at its defaults": { of: "shop", props: {}, without: ["shop-waf"] },
    "a stage without": { of: "orders-live", without: ["orders-waf"] },
    "a stage of an API left at its defaults": { of: "orders", props: {}, without: ["orders-waf"] },
    "another load balancer": { add: [{ type: "aws:alb/loadBalancer:LoadBalancer", name: "blog", props: {} }] },
  },
  good: {
    "an internal load balancer": { of: "shop", set: { internal: true }, without: ["shop-waf"] },
    "a network load balancer": { of: "shop", set: { loadBalancerType: "network" }, without: ["shop-waf"] },
    "a stage of a private API": {
      of: "orders",
      set: { "endpointConfiguration.types": "PRIVATE" },
      without: ["orders-waf"],
    },
    "a stage of an API elsewhere": { without: ["orders", "orders-waf"] },
    "the first version of WAF": {
      without: ["shop-waf"],
      add: [{ type: association, name: "old", props: {}, dependsOn: { resourceArn: ["shop"] } }],
    },
  },
  unknown: ["internal"],
});
