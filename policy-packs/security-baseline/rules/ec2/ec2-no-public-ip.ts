import { notPublic } from "../../../core/controls";
import { instanceTypes } from "../../../core/instances";
import { resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

/** Instances are reached through load balancers. */
export const ec2NoPublicIp = resourceRule({
  name: "ec2-no-public-ip",
  title: "No instance is given a public address.",
  severity: "high",
  types: instanceTypes,
  controls: {
    soc2: ["CC6.6"],
    "nist-800-53-r5": notPublic.nist,
    "iso27001-2022": ["A.8.1", "A.8.20", "A.8.21", "A.8.22"],
    "pci-4.0": ["1.4.5"],
  },
  remediationSteps:
    "Set associatePublicIpAddress to false, or leave it out in a private subnet; let people in by SSM Session Manager and users by a load balancer.",
  docs: {
    why: "An instance with a public address is one wrong security group away from everyone.",
    component: "Cluster starts nodes in private subnets, without public addresses.",
    good: {
      "aws:ec2/instance:Instance": { associatePublicIpAddress: false },
      "aws:ec2/launchTemplate:LaunchTemplate": { networkInterfaces: [{ associatePublicIpAddress: "false" }] },
      "aws:ec2/launchConfiguration:LaunchConfiguration": { associatePublicIpAddress: false },
    },
  },
  check({ type, props }, report) {
    // Where nothing is said the subnet decides: see subnet-no-auto-public-ip.
    if (type !== "aws:ec2/launchTemplate:LaunchTemplate") {
      if (isTrue(props.associatePublicIpAddress)) {
        report("instances get a public address: set associatePublicIpAddress to false");
      }
      return;
    }
    forEachKnown(props.networkInterfaces, ({ associatePublicIpAddress }) => {
      if (isTrue(associatePublicIpAddress)) {
        report("instances get a public address: set associatePublicIpAddress in networkInterfaces to false");
      }
    });
  },
});

/** Launch templates have three states, and so the provider takes a text. */
const isTrue = (value: unknown): boolean => String(value).toLowerCase() === "true";
