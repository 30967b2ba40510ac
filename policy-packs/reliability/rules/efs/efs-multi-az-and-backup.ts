import { z } from "zod";
import { type Stack, type StackResource, stackRule, type Typed } from "../../../core/rule";
import { isInStack, stacks } from "../../../core/stacks";
import { judgeAll, knownOf, refersTo, someKnown } from "../../../core/unknown";

const fileSystem = "aws:efs/fileSystem:FileSystem";
const backupPolicy = "aws:efs/backupPolicy:BackupPolicy";
type FileSystem = Typed<StackResource, typeof fileSystem>;
type Tags = Readonly<Record<string, string | undefined>>;

/** Files outlive a zone and a mistake. */
export const efsMultiAzAndBackup = stackRule({
  name: "efs-multi-az-and-backup",
  title: "An EFS file system is in several zones and is backed up.",
  severity: "medium",
  types: [fileSystem, backupPolicy],
  parameters: z.object({
    stacks,
    planTags: z
      .record(z.string(), z.string())
      .default({})
      .describe("Tags by which a backup plan of another stack picks file systems, e.g. { backup: daily }"),
  }),
  controls: {
    soc2: ["CC7.4", "A1.1"],
    "nist-800-53-r5": [
      ...["CP-1", "CP-2(5)", "CP-6", "CP-6(1)", "CP-6(2)", "CP-9", "CP-10", "CP-10(2)", "SC-5(2)"],
      ...["SI-13(5)"],
    ],
    "iso27001-2022": ["A.8.14"],
    "pci-4.0": ["10.3.3"],
  },
  remediationSteps:
    "Leave availabilityZoneName out, and add an aws.efs.BackupPolicy with backupPolicy.status ENABLED, or an aws.backup.Selection that takes in the file system.",
  docs: {
    why: "Files in one zone are gone with it, and without backups whatever deletes them, by mistake or to extort, does so for good.",
    good: [
      { type: fileSystem, name: "uploads", props: { encrypted: true } },
      {
        type: backupPolicy,
        name: "backup",
        props: { backupPolicy: { status: "ENABLED" } },
        dependsOn: { fileSystemId: ["uploads"] },
      },
    ],
  },
  check(resource, report, stack, { stacks: asked, planTags }) {
    if (!isInStack(resource.urn, asked)) return;
    if (resource.type === backupPolicy) {
      if (resource.props.backupPolicy?.status !== "ENABLED") {
        report("the files are not backed up: set backupPolicy.status to ENABLED");
      }
      return;
    }
    judgeAll(
      () => {
        // Read, not asked for: in a preview it is unknown where nothing is said, and empty once the file system is made.
        if (resource.props.availabilityZoneName) {
          report("the files are in one zone: leave availabilityZoneName out");
        }
      },
      () => {
        if (!isBackedUp(resource, stack, planTags)) {
          report("the files are not backed up: add an aws.efs.BackupPolicy or an aws.backup.Selection");
        }
      },
    );
  },
});

/** By a policy, by a plan of this stack or by one of another. AWS backs up nothing by itself that is in several zones. */
function isBackedUp(resource: FileSystem, stack: Stack, planTags: Tags): boolean {
  const asksForPlan = Object.keys(planTags).length > 0;
  if (asksForPlan && Object.entries(planTags).every(([key, value]) => resource.props.tags?.[key] === value))
    return true;
  // What such a policy says itself is reported there.
  if (someKnown(stack.ofType(backupPolicy), (policy) => refersTo(policy, "fileSystemId", resource))) return true;
  return someKnown(stack.ofType("aws:backup/selection:Selection"), (selection) => {
    const { resources, selectionTags } = selection.props;
    // Unknown ARNs are those of resources that it refers to.
    return (
      refersTo(selection, "resources", resource) ||
      knownOf(resources).some((arn) => /^(\*|arn:aws[^:]*:elasticfilesystem:.*\*)$/.test(arn)) ||
      someKnown(selectionTags, ({ key = "", value }) => value !== undefined && resource.props.tags?.[key] === value)
    );
  });
}
