import { leavesToTemplate } from "../../../core/instances";
import { type Report, resourceRule } from "../../../core/rule";
import { forEachKnown, isSet } from "../../../core/unknown";

/** Disks of instances, their images and snapshots are encrypted. */
export const ec2VolumesEncrypted = resourceRule({
  name: "ec2-volumes-encrypted",
  title: "Volumes, and the disks of instances, images and snapshots are encrypted.",
  severity: "high",
  types: [
    "aws:ec2/instance:Instance",
    "aws:ec2/launchTemplate:LaunchTemplate",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
    "aws:ebs/volume:Volume",
    "aws:ebs/snapshotCopy:SnapshotCopy",
    "aws:ec2/ami:Ami",
    "aws:ec2/amiCopy:AmiCopy",
  ],
  controls: {
    "cis-aws-3.0": ["2.2.1"],
    "cis-aws-5.0": ["5.1.1"],
    soc2: ["PI1.5", "CC7.5"],
    "nist-800-53-r5": ["AU-9(3)", "CM-6", "CM-9", "CP-9", "SC-8(3)", "SC-8(4)", "SC-13", "SC-28(1)", "SI-19(4)"],
    "iso27001-2022": ["A.8.11", "A.8.24"],
    "pci-4.0": ["3.5.1", "8.3.2"],
  },
  remediationSteps:
    "Set encrypted to true, also in rootBlockDevice and in each block device; an existing volume is replaced by an encrypted copy of its snapshot.",
  docs: {
    why: "Whoever gets hold of a snapshot of an unencrypted volume, or of the disk, reads all of it.",
    component: "Cluster encrypts the volumes of its nodes.",
    good: {
      "aws:ec2/instance:Instance": {
        rootBlockDevice: { encrypted: true },
        ebsBlockDevices: [{ deviceName: "/dev/sdb", encrypted: true }],
      },
      "aws:ec2/launchTemplate:LaunchTemplate": {
        blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }],
      },
      "aws:ec2/launchConfiguration:LaunchConfiguration": {
        rootBlockDevice: { encrypted: true },
        ebsBlockDevices: [{ deviceName: "/dev/sdb", encrypted: true }],
      },
      "aws:ebs/volume:Volume": { availabilityZone: "eu-central-1a", encrypted: true },
      "aws:ebs/snapshotCopy:SnapshotCopy": { encrypted: true },
      "aws:ec2/ami:Ami": { ebsBlockDevices: [{ deviceName: "/dev/xvda", encrypted: true }] },
      "aws:ec2/amiCopy:AmiCopy": { encrypted: true },
    },
  },
  check(resource, report) {
    const { type, props } = resource;
    switch (type) {
      case "aws:ec2/launchTemplate:LaunchTemplate":
        forEachKnown(props.blockDeviceMappings, ({ ebs }) => {
          if (ebs && !isEncrypted(ebs)) {
            report("a disk is not encrypted: set ebs.encrypted in blockDeviceMappings to true");
          }
        });
        return;
      case "aws:ec2/ami:Ami":
        judgeDevices(props, report);
        return;
      case "aws:ec2/instance:Instance":
      case "aws:ec2/launchConfiguration:LaunchConfiguration":
        forEachKnown(["root", "others"], (disks) => {
          if (disks === "others") judgeDevices(props, report);
          // The root disk is as the image's is, and those of AWS and of vendors are not encrypted.
          else if (!leavesToTemplate(resource, "rootBlockDevice") && !isEncrypted(props.rootBlockDevice)) {
            report("the root disk is not encrypted: set rootBlockDevice.encrypted to true");
          }
        });
        return;
      default:
        if (!isEncrypted(props)) report("it is not encrypted: set encrypted to true");
    }
  },
});

interface Encryptable {
  readonly encrypted?: boolean | string;
  readonly snapshotId?: string;
}

function judgeDevices(props: { readonly ebsBlockDevices?: readonly Encryptable[] }, report: Report): void {
  forEachKnown(props.ebsBlockDevices, (device) => {
    if (!isEncrypted(device)) report("a disk is not encrypted: set encrypted in ebsBlockDevices to true");
  });
}

/** A disk made from a snapshot is encrypted where that is, which nothing says here. */
function isEncrypted(disk: Encryptable | undefined): boolean {
  if (disk === undefined || !isSet(disk, "encrypted")) return isSet(disk, "snapshotId");
  return String(disk.encrypted) === "true";
}
