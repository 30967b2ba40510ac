import { z } from "zod";
import { type Resource, resourceRule, type Typed } from "../../../core/rule";
import { forEachKnown, isSet, judgeAll } from "../../../core/unknown";

const types = [
  "aws:ebs/volume:Volume",
  "aws:ec2/instance:Instance",
  "aws:ec2/launchTemplate:LaunchTemplate",
  "aws:ec2/launchConfiguration:LaunchConfiguration",
  "aws:rds/instance:Instance",
] as const;

/** Disks are of the type that costs least for what they do. */
export const costGp3OverGp2 = resourceRule({
  name: "cost-gp3-over-gp2",
  title: "Volumes are gp3: neither gp2, nor io1 or io2 where nobody approved them.",
  severity: "low",
  types,
  parameters: z.object({
    provisionedIops: z.boolean().default(false).describe("Whether io1 and io2 are approved."),
  }),
  controls: {},
  remediationSteps:
    "Set the volume type, or storageType of a database, to gp3; with iops and throughput where 3,000 and 125 MiB/s are too little.",
  docs: {
    why: "A gp3 volume costs a fifth less than gp2, and its IOPS a fraction of what io1 and io2 take for them.",
    component: "The launch templates of Cluster have gp3 volumes.",
    good: {
      "aws:ebs/volume:Volume": { availabilityZone: "eu-west-1a", size: 100, type: "gp3" },
      "aws:ec2/instance:Instance": {
        rootBlockDevice: { volumeType: "gp3" },
        ebsBlockDevices: [{ deviceName: "/dev/sdf", volumeType: "gp3" }],
      },
      "aws:ec2/launchTemplate:LaunchTemplate": {
        blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeType: "gp3" } }],
      },
      "aws:ec2/launchConfiguration:LaunchConfiguration": { rootBlockDevice: { volumeType: "gp3" } },
      "aws:rds/instance:Instance": { engine: "postgres", allocatedStorage: 100, storageType: "gp3" },
    },
  },
  check(resource, report, { provisionedIops }) {
    forEachDisk(resource, (type, property) => {
      if (type === "gp2") report(`the volume is gp2: set ${property} to gp3`);
      else if (!provisionedIops && (type === "io1" || type === "io2")) {
        report(`IOPS are paid for one by one: set ${property} to gp3, or have provisioned IOPS approved`);
      }
    });
  },
  // Not the further devices of an instance: another type there makes a new instance.
  remediate(resource) {
    switch (resource.type) {
      case "aws:ebs/volume:Volume":
        if ((resource.props.type ?? "gp2") === "gp2") resource.props.type = "gp3";
        return;
      case "aws:ec2/instance:Instance":
        if (resource.props.rootBlockDevice?.volumeType === "gp2") resource.props.rootBlockDevice.volumeType = "gp3";
        return;
      case "aws:ec2/launchTemplate:LaunchTemplate":
        forEachKnown(resource.props.blockDeviceMappings, ({ ebs }) => {
          if (ebs?.volumeType === "gp2") ebs.volumeType = "gp3";
        });
        return;
      case "aws:rds/instance:Instance":
        if (resource.props.storageType === "gp2") resource.props.storageType = "gp3";
    }
  },
});

/**
 * Visits the disks of which `resource` says, or leaves to a default of gp2, what type they are.
 *
 * EBS makes a volume gp2 by default, also one that an instance adds (docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html);
 * the type of a root volume, and of a template's, is otherwise the image's. RDS chooses by engine and IOPS.
 */
function forEachDisk(
  resource: Typed<Resource, (typeof types)[number]>,
  visit: (type: string | undefined, property: string) => void,
): void {
  const { type } = resource;
  if (type === "aws:ebs/volume:Volume") visit(resource.props.type ?? "gp2", "type");
  else if (type === "aws:rds/instance:Instance") visit(resource.props.storageType, "storageType");
  else if (type === "aws:ec2/launchTemplate:LaunchTemplate") {
    forEachKnown(resource.props.blockDeviceMappings, ({ ebs }) => visit(ebs?.volumeType, "volumeType"));
  } else {
    const { props } = resource;
    judgeAll(
      () => visit(props.rootBlockDevice?.volumeType, "volumeType of rootBlockDevice"),
      () =>
        forEachKnown(props.ebsBlockDevices, (device) =>
          visit(
            device.volumeType ?? (isSet(device, "snapshotId") ? undefined : "gp2"),
            "volumeType of ebsBlockDevices",
          ),
        ),
    );
  }
}
