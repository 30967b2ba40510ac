import { costGp3OverGp2 } from "../../../../policy-packs/tagging-cost/rules/storage/cost-gp3-over-gp2";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const instance = "aws:ec2/instance:Instance";
const template = "aws:ec2/launchTemplate:LaunchTemplate";
const database = "aws:rds/instance:Instance";

testRule(costGp3OverGp2, {
  bad: {
    "a volume by default": { unset: ["type"] },
    "a volume": { set: { type: "gp2" } },
    "a volume with provisioned IOPS": { set: { type: "io1" } },
    "a volume with provisioned IOPS of the second kind": { set: { type: "io2" } },
    "a root volume": { of: instance, set: { "rootBlockDevice.volumeType": "gp2" } },
    "a root volume with provisioned IOPS": { of: instance, set: { "rootBlockDevice.volumeType": "io2" } },
    "a further volume": { of: instance, set: { "ebsBlockDevices.0.volumeType": "gp2" } },
    "a further volume by default": { of: instance, unset: ["ebsBlockDevices.0.volumeType"] },
    "a further volume beside an unknown root": {
      of: instance,
      set: { rootBlockDevice: unknown, "ebsBlockDevices.0.volumeType": "gp2" },
    },
    "a template's volume": { of: template, set: { "blockDeviceMappings.0.ebs.volumeType": "gp2" } },
    "a launch configuration's": {
      of: "aws:ec2/launchConfiguration:LaunchConfiguration",
      set: { "rootBlockDevice.volumeType": "gp2" },
    },
    "a database": { of: database, set: { storageType: "gp2" } },
    "a database with provisioned IOPS": { of: database, set: { storageType: "io1" } },
  },
  good: {
    "provisioned IOPS where they are approved": { set: { type: "io2" }, configuration: { provisionedIops: true } },
    "a disk that turns": { set: { type: "st1" } },
    "a root volume as its image has it": { of: instance, unset: ["rootBlockDevice.volumeType"] },
    "a template's volume as its image has it": { of: template, unset: ["blockDeviceMappings.0.ebs.volumeType"] },
    "a database as RDS chooses": { of: database, unset: ["storageType"] },
  },
  unknown: ["type"],
  notRemediated: [
    "a volume with provisioned IOPS",
    "a volume with provisioned IOPS of the second kind",
    "a root volume with provisioned IOPS",
    "a further volume",
    "a further volume by default",
    "a further volume beside an unknown root",
    "a launch configuration's",
    "a database with provisioned IOPS",
  ],
});
