import type { Props } from "../../../core/resource-types";
import { resourceRule } from "../../../core/rule";
import { isSet } from "../../../core/unknown";

/** Instances are measured every minute and have bandwidth for their volumes alone. */
export const ec2MonitoringAndEbsOptimized = resourceRule({
  name: "ec2-monitoring-and-ebs-optimized",
  title: "An EC2 instance has detailed monitoring and is EBS-optimized.",
  severity: "low",
  types: ["aws:ec2/instance:Instance"],
  controls: {
    "pci-4.0": ["10.2.1", "10.4.1", "10.4.2", "10.6.3", "10.7.1", "10.7.2", "A3.3.1", "A3.5.1"],
  },
  remediationSteps:
    "Set monitoring to true, and use an instance type that is EBS-optimized by default or set ebsOptimized to true.",
  docs: {
    why: "Alarms on measurements of five minutes come late, and a volume that shares the network stalls when it is busy.",
    good: { "aws:ec2/instance:Instance": { instanceType: "m7g.large", monitoring: true } },
  },
  check({ props: instance }, report) {
    if (!isMonitored(instance)) report("the instance is measured every five minutes only: set monitoring to true");
    if (!isOptimized(instance)) {
      report("the instance's volumes share its network: use a newer instanceType, or set ebsOptimized to true");
    }
  },
  remediate({ props: instance }) {
    // ebsOptimized would make a new instance.
    if (!isMonitored(instance)) instance.monitoring = true;
  },
});

type Instance = Props<"aws:ec2/instance:Instance">;

/** What is not said may be in the launch template. */
const isMonitored = (instance: Instance): boolean =>
  instance.monitoring === true || (!isSet(instance, "monitoring") && isSet(instance, "launchTemplate"));

function isOptimized(instance: Instance): boolean {
  if (instance.ebsOptimized === true) return true;
  if (!isSet(instance, "ebsOptimized") && isSet(instance, "launchTemplate")) return true;
  const [family = ""] = (instance.instanceType ?? "").split(".");
  return family !== "" && !oldFamilies.includes(family);
}

/** Of former generations, which are not by default. Source: docs.aws.amazon.com/ebs/latest/userguide/ebs-optimized.html */
const oldFamilies = ["c1", "c3", "g2", "hs1", "i2", "m1", "m2", "m3", "r3", "t1", "t2"];
