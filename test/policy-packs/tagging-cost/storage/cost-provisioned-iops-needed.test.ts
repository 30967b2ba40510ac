import { costProvisionedIopsNeeded } from "../../../../policy-packs/tagging-cost/rules/storage/cost-provisioned-iops-needed";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const template = "aws:ec2/launchTemplate:LaunchTemplate";
const disk = "blockDeviceMappings.0.ebs";

testRule(costProvisionedIopsNeeded, {
  bad: {
    "few IOPS": { set: { iops: 3000 } },
    "as many as gp3 has": { set: { iops: 16000 } },
    io1: { set: { type: "io1", iops: 5000 } },
    "no IOPS": { unset: ["iops"] },
    "a template's volume": { of: template, set: { [`${disk}.iops`]: 4000 } },
    "a template's volume behind an unknown one": {
      of: template,
      set: { blockDeviceMappings: [unknown, { ebs: { volumeType: "io2", iops: 4000 } }] },
    },
    "as many as gp3 is trusted with": { set: { iops: 40000 }, configuration: { gp3Iops: 80000 } },
  },
  good: {
    gp3: { set: { type: "gp3", iops: 4000 } },
    "one more": { set: { iops: 16001 } },
    "a volume of several instances": { set: { iops: 1000, multiAttachEnabled: true } },
    "a template's gp3": { of: template, set: { [`${disk}.volumeType`]: "gp3", [`${disk}.iops`]: 4000 } },
  },
  unknown: ["type", "iops"],
});
