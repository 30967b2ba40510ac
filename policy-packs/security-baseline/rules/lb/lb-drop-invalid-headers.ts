import { isApplication, loadBalancerTypes } from "../../../core/load-balancers";
import { resourceRule } from "../../../core/rule";

const good = { dropInvalidHeaderFields: true };

/** What load balancers and programs could read differently does not pass. */
export const lbDropInvalidHeaders = resourceRule({
  name: "lb-drop-invalid-headers",
  title: "Application load balancers drop invalid headers and guard against desynchronized requests.",
  severity: "medium",
  types: loadBalancerTypes,
  controls: {},
  remediationSteps:
    'Set dropInvalidHeaderFields to true, and leave desyncMitigationMode at "defensive" or set it to "strictest".',
  docs: {
    why: "An attacker who hides a second request in the first one gets at the answers to other users.",
    good: { "aws:lb/loadBalancer:LoadBalancer": good, "aws:alb/loadBalancer:LoadBalancer": good },
  },
  check({ props: balancer }, report) {
    if (!isApplication(balancer)) return;
    if (balancer.dropInvalidHeaderFields !== true) {
      report("invalid headers pass: set dropInvalidHeaderFields to true");
    }
    // AWS's default is defensive.
    if (balancer.desyncMitigationMode === "monitor") {
      report("ambiguous requests pass: set desyncMitigationMode to defensive or strictest");
    }
  },
  remediate({ props: balancer }) {
    if (!isApplication(balancer)) return;
    if (balancer.dropInvalidHeaderFields !== true) balancer.dropInvalidHeaderFields = true;
    if (balancer.desyncMitigationMode === "monitor") balancer.desyncMitigationMode = "defensive";
  },
});
