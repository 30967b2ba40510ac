import { z } from "zod";
import { isGateway, loadBalancerTypes } from "../../../core/load-balancers";
import { resourceRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

/** Load balancers that the Internet can reach are meant to be. */
export const lbInternalByDefault = resourceRule({
  name: "lb-internal-by-default",
  title: "A load balancer is internal, or has the tag that says that it may be reached from the Internet.",
  severity: "medium",
  types: loadBalancerTypes,
  controls: {
    "iso27001-2022": ["A.8.1"],
  },
  remediationSteps:
    "Set internal to true; where users come from the Internet, add the tag of the rule's configuration, internet-facing by default, with who agreed.",
  parameters: z.object({
    tag: z
      .string()
      .min(1)
      .max(128)
      .default("internet-facing")
      .describe("Key of the tag; its value may be anything, such as a ticket"),
  }),
  docs: {
    why: "A load balancer is open to the Internet unless it says otherwise, so that tools of a team end up in public by a forgotten word.",
    good: {
      "aws:lb/loadBalancer:LoadBalancer": { internal: true },
      "aws:alb/loadBalancer:LoadBalancer": { internal: false, tags: { "internet-facing": "PLAT-123" } },
    },
  },
  check({ props: balancer }, report, { tag }) {
    if (isGateway(balancer) || balancer.internal === true) return;
    // A known key may have an unknown value.
    if (!isNonEmpty(balancer.tags, tag)) {
      report("the Internet can reach the load balancer: set internal to true, or add the tag that says it may");
    }
  },
});
