import { ec2NoPublicIp } from "../../../../policy-packs/security-baseline/rules/ec2/ec2-no-public-ip";
import { testRule } from "../../../support/rule";

const template = "aws:ec2/launchTemplate:LaunchTemplate";

testRule(ec2NoPublicIp, {
  bad: {
    "an instance": { set: { associatePublicIpAddress: true } },
    "a launch template": { of: template, set: { "networkInterfaces.0.associatePublicIpAddress": "true" } },
    "a second interface": { of: template, set: { "networkInterfaces.1": { associatePublicIpAddress: "True" } } },
    "a launch configuration": {
      of: "aws:ec2/launchConfiguration:LaunchConfiguration",
      set: { associatePublicIpAddress: true },
    },
  },
  good: {
    "an instance that leaves it to its subnet": { props: {} },
    "a launch template without interfaces": { of: template, props: {} },
    "an interface that leaves it to the subnet": { of: template, set: { "networkInterfaces.0": { deviceIndex: 0 } } },
  },
  unknown: ["associatePublicIpAddress"],
});
