import { efsMultiAzAndBackup } from "../../../../policy-packs/reliability/rules/efs/efs-multi-az-and-backup";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const selection = (props: object, dependsOn?: Record<string, string[]>) => ({
  type: "aws:backup/selection:Selection",
  name: "selection",
  props: { planId: "plan", ...props },
  ...(dependsOn && { dependsOn }),
});
const second = { type: "aws:efs/fileSystem:FileSystem", name: "second", props: { id: "fs-2", tags: { backup: "no" } } };
const tagged = (value: string) => [{ type: "STRINGEQUALS", key: "backup", value }];

testRule(efsMultiAzAndBackup, {
  bad: {
    "one zone": { of: "uploads", set: { availabilityZoneName: "eu-west-1a" } },
    "no backup of what is not known where": {
      without: ["backup"],
      of: "uploads",
      set: { availabilityZoneName: unknown },
    },
    "no backup": { without: ["backup"] },
    "a backup of another file system": { add: [second] },
    "a policy that is off": { of: "backup", set: { "backupPolicy.status": "DISABLED" } },
    "a policy that says nothing": { of: "backup", props: {} },
    "a selection of other things": {
      without: ["backup"],
      add: [second, selection({ resources: [unknown] }, { resources: ["second"] })],
    },
    "a selection by a tag that it does not have": {
      without: ["backup"],
      of: "uploads",
      set: { tags: { backup: "weekly" } },
      add: [selection({ selectionTags: tagged("daily") })],
    },
    "a tag of no plan": {
      without: ["backup"],
      of: "uploads",
      set: { tags: { backup: "weekly" } },
      configuration: { planTags: { backup: "daily" } },
    },
  },
  good: {
    "what AWS says of several zones": { of: "uploads", set: { availabilityZoneName: "" } },
    "a selection of it": {
      without: ["backup"],
      add: [selection({ resources: [unknown] }, { resources: ["uploads"] })],
    },
    "a selection of everything": { without: ["backup"], add: [selection({ resources: ["*"] })] },
    "a selection of all file systems": {
      without: ["backup"],
      add: [selection({ resources: ["arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/*"] })],
    },
    "a selection by a tag": {
      without: ["backup"],
      of: "uploads",
      set: { tags: { backup: "daily" } },
      add: [selection({ selectionTags: tagged("daily") })],
    },
    "a plan of another stack": {
      without: ["backup"],
      of: "uploads",
      set: { tags: { backup: "daily" } },
      configuration: { planTags: { backup: "daily" } },
    },
    "another stack": {
      without: ["backup"],
      of: "uploads",
      set: { availabilityZoneName: "eu-west-1a" },
      configuration: { stacks: ["prod-*"] },
    },
  },
  unknown: ["availabilityZoneName"],
});
