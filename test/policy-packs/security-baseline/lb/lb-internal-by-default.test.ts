import { lbInternalByDefault } from "../../../../policy-packs/security-baseline/rules/lb/lb-internal-by-default";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(lbInternalByDefault, {
  bad: {
    "a load balancer left at its defaults": { props: {} },
    "one that faces the Internet": { set: { internal: false } },
    "other tags": { props: { internal: false, tags: { team: "shop" } } },
    "an empty tag": { props: { tags: { "internet-facing": "" } } },
    "a network load balancer": { props: { loadBalancerType: "network" } },
    "the tag of another configuration": {
      of: "aws:alb/loadBalancer:LoadBalancer",
      configuration: { tag: "exposure" },
    },
  },
  good: {
    "the tag of the configuration": { props: { tags: { exposure: "public" } }, configuration: { tag: "exposure" } },
    "a gateway load balancer, which nobody calls": { props: { loadBalancerType: "gateway" } },
    "a tag whose value comes later": { props: { tags: { "internet-facing": unknown } } },
  },
  unknown: ["internal"],
});
