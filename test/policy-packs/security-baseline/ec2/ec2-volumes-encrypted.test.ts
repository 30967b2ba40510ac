import { ec2VolumesEncrypted } from "../../../../policy-packs/security-baseline/rules/ec2/ec2-volumes-encrypted";
import { testRule } from "../../../support/rule";

const template = "aws:ec2/launchTemplate:LaunchTemplate";
const configuration = "aws:ec2/launchConfiguration:LaunchConfiguration";
const volume = "aws:ebs/volume:Volume";
const ami = "aws:ec2/ami:Ami";
const launchTemplate = { id: "lt-0123456789abcdef0" };

testRule(ec2VolumesEncrypted, {
  bad: {
    "an instance left at its defaults": { props: {} },
    "a root disk that is not": { set: { "rootBlockDevice.encrypted": false } },
    "a root disk that does not say": { set: { rootBlockDevice: { volumeSize: 20 } } },
    "another disk": { set: { "ebsBlockDevices.0.encrypted": false } },
    "a second disk that does not say": { set: { "ebsBlockDevices.1": { deviceName: "/dev/sdc" } } },
    "an instance that overrides its template": { set: { launchTemplate, rootBlockDevice: { encrypted: false } } },
    "a launch configuration left at its defaults": { of: configuration, props: {} },
    "a launch configuration's other disk": { of: configuration, unset: ["ebsBlockDevices.0.encrypted"] },
    "a launch template's disk": { of: template, set: { "blockDeviceMappings.0.ebs.encrypted": "false" } },
    "a launch template's disk that does not say": {
      of: template,
      set: { "blockDeviceMappings.0.ebs": { volumeSize: 20 } },
    },
    "a volume": { of: volume, set: { encrypted: false } },
    "a volume left at its defaults": { of: volume, unset: ["encrypted"] },
    "the copy of a snapshot": { of: "aws:ebs/snapshotCopy:SnapshotCopy", props: {} },
    "an image's disk": { of: ami, set: { "ebsBlockDevices.0.encrypted": false } },
    "an image's disk, whatever its snapshot": {
      of: ami,
      set: { "ebsBlockDevices.0": { encrypted: false, snapshotId: "snap-0123456789abcdef0" } },
    },
    "the copy of an image": { of: "aws:ec2/amiCopy:AmiCopy", props: {} },
  },
  good: {
    "an instance without further disks": { unset: ["ebsBlockDevices"] },
    "an instance that leaves its disks to its template": { props: { launchTemplate } },
    "a template that leaves its disks to the image": { of: template, props: {} },
    "a template that takes a disk away": { of: template, set: { "blockDeviceMappings.0": { noDevice: "true" } } },
    "a disk from a snapshot": { of: ami, set: { "ebsBlockDevices.0": { snapshotId: "snap-0123456789abcdef0" } } },
    "an image without disks": { of: ami, props: {} },
  },
  unknown: ["rootBlockDevice", "rootBlockDevice.encrypted", "ebsBlockDevices", "ebsBlockDevices.0.encrypted"],
});
