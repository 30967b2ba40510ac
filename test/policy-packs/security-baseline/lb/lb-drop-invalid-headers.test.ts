import { lbDropInvalidHeaders } from "../../../../policy-packs/security-baseline/rules/lb/lb-drop-invalid-headers";
import { testRule } from "../../../support/rule";

testRule(lbDropInvalidHeaders, {
  bad: {
    "a load balancer left at its defaults": { props: {} },
    "invalid headers": { set: { dropInvalidHeaderFields: false } },
    "an application load balancer that says so": {
      set: { loadBalancerType: "application" },
      unset: ["dropInvalidHeaderFields"],
    },
    "ambiguous requests that are only counted": { set: { desyncMitigationMode: "monitor" } },
    "the older name": { of: "aws:alb/loadBalancer:LoadBalancer", props: {} },
  },
  good: {
    "the strictest mode": { set: { desyncMitigationMode: "strictest" } },
    "a network load balancer, which knows no headers": { props: { loadBalancerType: "network" } },
    "a gateway load balancer": { props: { loadBalancerType: "gateway" } },
  },
  unknown: ["dropInvalidHeaderFields", "loadBalancerType"],
});
