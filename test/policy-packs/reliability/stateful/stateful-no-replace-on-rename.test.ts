import { describe, expect, it } from "vitest";
import { judges, levelOf } from "../../../../policy-packs/core/rule";
import { statefulNoReplaceOnRename } from "../../../../policy-packs/reliability/rules/stateful/stateful-no-replace-on-rename";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(statefulNoReplaceOnRename, {
  bad: {
    "a table that is deleted first": { options: { deleteBeforeReplace: true } },
    "a table with a name of its own": { set: { name: "orders" } },
    "a name that begins like the resource's": { set: { name: "orders-archive" } },
    "a name with other digits at its end": { set: { name: "orders-12345678" } },
    "a table that is deleted first, whatever its name": {
      set: { name: unknown },
      options: { deleteBeforeReplace: true },
    },
  },
  good: {
    "a name of Pulumi's": { set: { name: "orders-1a2b3c4" } },
    "a name of its own that is protected": { set: { name: "orders" }, options: { protect: true } },
    "a table that is deleted first but protected": { options: { protect: true, deleteBeforeReplace: true } },
    "a name in another stack": { set: { name: "orders" }, configuration: { stacks: ["prod-*"] } },
  },
  unknown: ["name"],
});

describe("stateful-no-replace-on-rename", () => {
  it.each(["aws:rds/instance:Instance", "aws:s3/bucket:Bucket"])("judges %s", (type) => {
    expect(judges(statefulNoReplaceOnRename, type)).toBe(true);
  });

  it.each(["aws:kms/key:Key", "aws:ec2/vpc:Vpc"])("does not judge %s", (type) => {
    expect(judges(statefulNoReplaceOnRename, type)).toBe(false);
  });

  it("advises until a team says which stacks are meant", () => {
    expect(levelOf(statefulNoReplaceOnRename)).toBe("advisory");
  });
});
