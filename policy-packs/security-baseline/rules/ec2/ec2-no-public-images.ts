import { z } from "zod";
import { notPublic } from "../../../core/controls";
import type { Props } from "../../../core/resource-types";
import { type Report, resourceRule } from "../../../core/rule";
import { forEachKnown, isNonEmpty, judgeAll } from "../../../core/unknown";

/** Images and snapshots go to those that are listed. */
export const ec2NoPublicImages = resourceRule({
  name: "ec2-no-public-images",
  title: "No machine image or snapshot is shared with everyone, or with an account that is not listed.",
  severity: "high",
  types: [
    "aws:ec2/amiLaunchPermission:AmiLaunchPermission",
    "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission",
  ],
  parameters: z.object({
    allowedAccounts: z.array(z.string()).default([]).describe("Numbers of the accounts to share with"),
    allowedOrganizations: z
      .array(z.string())
      .default([])
      .describe("Ids of the organizations to share with, all or units of them, e.g. o-a1b2c3d4e5"),
  }),
  controls: {
    soc2: ["CC6.6"],
    "nist-800-53-r5": notPublic.nist,
    "iso27001-2022": ["A.8.1"],
  },
  remediationSteps: "Remove the permission, or list whom it is for in allowedAccounts or allowedOrganizations.",
  docs: {
    why: "An image is a disk: whoever starts it reads the keys, the code and the data that were left on it, and keeps a copy.",
    good: {
      // Nobody is named, and AWS refuses it: only whom a platform team lists passes.
      "aws:ec2/amiLaunchPermission:AmiLaunchPermission": { imageId: "ami-0123456789abcdef0" },
      "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission": { snapshotId: "snap-0123456789abcdef0" },
    },
  },
  check({ type, props }, report, { allowedAccounts, allowedOrganizations }) {
    judgeAll(
      () => {
        if (isNonEmpty(props, "accountId") && !allowedAccounts.includes(props.accountId ?? "")) {
          report("accountId is not listed: remove the permission, or list the account in allowedAccounts");
        }
      },
      () => {
        if (type === "aws:ec2/amiLaunchPermission:AmiLaunchPermission") checkImage(props, allowedOrganizations, report);
      },
    );
  },
});

type Permission = Props<"aws:ec2/amiLaunchPermission:AmiLaunchPermission">;

function checkImage(permission: Permission, allowed: readonly string[], report: Report): void {
  if (isNonEmpty(permission, "group")) report("group shares the image with everyone: remove the permission");
  forEachKnown(["organizationArn", "organizationalUnitArn"] as const, (property) => {
    if (!isNonEmpty(permission, property)) return;
    // Ends in …/o-a1b2c3d4e5, or in …/o-a1b2c3d4e5/ou-… for a unit.
    const organization = permission[property]?.split("/").find((part) => part.startsWith("o-"));
    if (organization === undefined || !allowed.includes(organization)) {
      report(`${property} is not listed: remove the permission, or list the organization in allowedOrganizations`);
    }
  });
}
