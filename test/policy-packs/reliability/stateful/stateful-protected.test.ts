import { describe, expect, it } from "vitest";
import { judges, levelOf } from "../../../../policy-packs/core/rule";
import { statefulProtected } from "../../../../policy-packs/reliability/rules/stateful/stateful-protected";
import { testRule } from "../../../support/rule";

testRule(statefulProtected, {
  bad: {
    "a table without protect": { options: {} },
    "a table that says no": { options: { protect: false } },
    "a table in a stack that it is asked of": { options: {}, configuration: { stacks: ["te*"] } },
  },
  good: {
    "a table with unknown properties": { set: { hashKey: undefined } },
    "a table of another stack": { options: {}, configuration: { stacks: ["prod"] } },
  },
});

describe("stateful-protected", () => {
  it.each(["aws:rds/instance:Instance", "aws:s3/bucket:Bucket", "aws:efs/fileSystem:FileSystem"])(
    "judges %s",
    (type) => {
      expect(judges(statefulProtected, type)).toBe(true);
    },
  );

  it.each(["aws:kms/key:Key", "aws:ec2/vpc:Vpc", "aws:eks/cluster:Cluster", "aws:secretsmanager/secret:Secret"])(
    "does not judge %s",
    (type) => {
      expect(judges(statefulProtected, type)).toBe(false);
    },
  );

  it("advises until a team says which stacks are meant", () => {
    expect(levelOf(statefulProtected)).toBe("advisory");
  });
});
