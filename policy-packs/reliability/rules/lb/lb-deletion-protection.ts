import { z } from "zod";
import { resourceRule } from "../../../core/rule";
import { isInStack, stacks } from "../../../core/stacks";

/** AWS refuses to delete load balancers. */
export const lbDeletionProtection = resourceRule({
  name: "lb-deletion-protection",
  title: "A load balancer is protected from deletion.",
  severity: "medium",
  types: ["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"],
  parameters: z.object({ stacks }),
  controls: {
    "nist-800-53-r5": [
      ...["CA-7(4)", "CM-2", "CM-2(2)", "CM-3", "CM-8(6)", "CP-1", "CP-2", "CP-2(5)", "SA-15", "SC-5(2)"],
      ...["SC-22"],
    ],
  },
  remediationSteps: "Set enableDeletionProtection to true.",
  docs: {
    why: "A load balancer that is made anew has other addresses: whoever allowed or resolved the old ones is cut off.",
    good: {
      "aws:lb/loadBalancer:LoadBalancer": { enableDeletionProtection: true },
      "aws:alb/loadBalancer:LoadBalancer": { enableDeletionProtection: true },
    },
  },
  check({ urn, props: balancer }, report, parameters) {
    if (isInStack(urn, parameters.stacks) && balancer.enableDeletionProtection !== true) {
      report("the load balancer can be deleted: set enableDeletionProtection to true");
    }
  },
  remediate({ urn, props: balancer }, parameters) {
    if (isInStack(urn, parameters.stacks) && balancer.enableDeletionProtection !== true) {
      balancer.enableDeletionProtection = true;
    }
  },
});
