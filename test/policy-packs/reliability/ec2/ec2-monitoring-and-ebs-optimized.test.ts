import { ec2MonitoringAndEbsOptimized } from "../../../../policy-packs/reliability/rules/ec2/ec2-monitoring-and-ebs-optimized";
import { testRule } from "../../../support/rule";

const launchTemplate = { id: "lt-0123456789abcdef0" };

testRule(ec2MonitoringAndEbsOptimized, {
  bad: {
    "an instance left at EC2's defaults": { props: {} },
    "no monitoring": { set: { monitoring: false } },
    "monitoring left at the default": { unset: ["monitoring"] },
    "no monitoring in spite of a template": { set: { monitoring: false, launchTemplate } },
    "an old type": { set: { instanceType: "t2.micro" } },
    "an old type that says no": { set: { instanceType: "m3.xlarge", ebsOptimized: false } },
    "a type that is not said": { unset: ["instanceType"] },
  },
  good: {
    "an old type that says yes": { set: { instanceType: "r3.xlarge", ebsOptimized: true } },
    "a new type that says no, which EC2 ignores": { set: { ebsOptimized: false } },
    "a template": { props: { launchTemplate } },
  },
  unknown: ["monitoring", "instanceType"],
  notRemediated: [
    "an instance left at EC2's defaults",
    "an old type",
    "an old type that says no",
    "a type that is not said",
  ],
});
