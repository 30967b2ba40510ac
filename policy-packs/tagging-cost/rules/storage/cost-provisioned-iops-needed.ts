import { z } from "zod";
import { type Resource, resourceRule, type Typed } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

const types = ["aws:ebs/volume:Volume", "aws:ec2/launchTemplate:LaunchTemplate"] as const;

interface Disk {
  readonly type?: string | undefined;
  readonly iops?: number | undefined;
  readonly multiAttachEnabled?: boolean | undefined;
}

/** Who pays for IOPS one by one needs more than come cheaper. */
export const costProvisionedIopsNeeded = resourceRule({
  name: "cost-provisioned-iops-needed",
  title: "An io1 or io2 volume has more IOPS than a gp3 volume could have, or is attached to several instances.",
  severity: "low",
  types,
  parameters: z.object({
    gp3Iops: z
      .number()
      .int()
      .positive()
      .default(16000)
      .describe("How many IOPS a gp3 volume is trusted with; EBS gives it up to 80,000."),
  }),
  controls: {},
  remediationSteps: "Set the volume's type to gp3, with the same iops.",
  docs: {
    why: "An IOPS of io1 and io2 costs 13 times that of gp3, whose first 3,000 cost nothing.",
    good: {
      "aws:ebs/volume:Volume": { availabilityZone: "eu-west-1a", size: 500, type: "io2", iops: 40000 },
      "aws:ec2/launchTemplate:LaunchTemplate": {
        blockDeviceMappings: [{ deviceName: "/dev/sdf", ebs: { volumeType: "io2", volumeSize: 500, iops: 40000 } }],
      },
    },
  },
  check(resource, report, { gp3Iops }) {
    forEachDisk(resource, ({ type, iops = 0, multiAttachEnabled }) => {
      if ((type === "io1" || type === "io2") && iops <= gp3Iops && multiAttachEnabled !== true) {
        report(`a gp3 volume has as many IOPS for less: set the volume's type to gp3`);
      }
    });
  },
});

function forEachDisk(resource: Typed<Resource, (typeof types)[number]>, visit: (disk: Disk) => void): void {
  if (resource.type === "aws:ebs/volume:Volume") visit(resource.props);
  else {
    forEachKnown(resource.props.blockDeviceMappings, ({ ebs }) => {
      if (ebs) visit({ type: ebs.volumeType, iops: ebs.iops });
    });
  }
}
