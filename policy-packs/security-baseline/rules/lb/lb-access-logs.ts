import { isGateway, loadBalancerTypes } from "../../../core/load-balancers";
import { resourceRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

/** Load balancers log requests. */
export const lbAccessLogs = resourceRule({
  name: "lb-access-logs",
  title: "Load balancers log every request to a bucket.",
  severity: "medium",
  types: [...loadBalancerTypes, "aws:elb/loadBalancer:LoadBalancer"],
  controls: {
    "cis-aws-7.0": ["4.10"],
    soc2: ["CC7.2", "CC7.3", "A1.1", "PI1.2"],
    "nist-800-53-r5": [
      ...["AC-4(26)", "AU-2", "AU-3", "AU-6(3)", "AU-6(4)", "AU-6(6)", "AU-6(9)", "AU-8", "AU-10", "AU-12"],
      ...["AU-12(1)", "AU-12(2)", "AU-12(3)", "AU-12(4)", "AU-14", "AU-14(3)", "CA-7", "CM-5(1)", "IA-3(3)"],
      ...["MA-4(1)", "PM-14", "PM-31", "SC-7(9)", "SI-4(17)", "SI-7(8)"],
    ],
    "iso27001-2022": ["A.8.15"],
    "pci-4.0": ["10.2.1", "10.2.2", "10.3.1", "10.6.3", "5.3.4", "A1.2.1"],
  },
  remediationSteps:
    "Set accessLogs with the bucket and enabled: true, and let Elastic Load Balancing write to the bucket.",
  docs: {
    why: "After an attack nobody can tell who asked for what, and what was answered.",
    good: {
      "aws:lb/loadBalancer:LoadBalancer": { accessLogs: { bucket: "example-logs", enabled: true } },
      "aws:alb/loadBalancer:LoadBalancer": { accessLogs: { bucket: "example-logs", enabled: true } },
      "aws:elb/loadBalancer:LoadBalancer": { accessLogs: { bucket: "example-logs" } },
    },
  },
  check({ type, props }, report) {
    const classic = type === "aws:elb/loadBalancer:LoadBalancer";
    if (!classic && isGateway(props)) return;
    const logs = props.accessLogs;
    // The provider turns them on by themselves for Classic Load Balancers only.
    const enabled = logs?.enabled ?? (classic && logs !== undefined);
    if (!enabled) report("requests are not logged: set accessLogs.bucket, and accessLogs.enabled to true");
    else if (!isNonEmpty(logs, "bucket")) report("requests are not logged: set accessLogs.bucket");
  },
});
