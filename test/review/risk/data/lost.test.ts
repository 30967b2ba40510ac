import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { assess } from "../../../../review/risk/assess";
import { statefulTypes } from "../../../../review/risk/data/stateful";
import { created, deleted, replaced, riskContext, step, updated } from "../../../support/steps";

const database = "aws:rds/instance:Instance";
const secret = { $: "secret" } as const;

describe.each(statefulTypes.map((one) => [one.type, one] as const))("%s", (type, { lost, transient }) => {
  const kind = transient ? "transient" : "stateful";

  it("is told when it is deleted or replaced, with what is lost", () => {
    const context = riskContext();
    expect(assess(deleted(type), context)).toMatchObject([
      { id: `${kind}-deleted`, summary: `subject is deleted: ${lost}` },
    ]);
    expect(assess(replaced(type, { name: "a" }, { name: "b" }), context)).toMatchObject([
      { id: `${kind}-replaced`, summary: `subject is replaced: ${lost}`, properties: ["name"] },
    ]);
  });

  it("is not while it only changes", () => {
    expect(assess(updated(type, { tags: { a: "1" } }, { tags: { a: "2" } }), riskContext())).toEqual([]);
    expect(assess(created(type, {}), riskContext()).filter(({ section }) => section === "data")).toEqual([]);
  });
});

it("names no type of AWS that the SDK does not have", () => {
  for (const { type } of statefulTypes) {
    const [provider, path = ""] = type.split(":");
    if (provider !== "aws") continue;
    expect(readFileSync(`node_modules/@pulumi/aws/${path}.js`, "utf8")).toContain(`'${type}'`);
  }
});

it("says nothing of what holds no data", () => {
  expect(assess(deleted("aws:cloudwatch/metricAlarm:MetricAlarm"), riskContext())).toEqual([]);
});

/** What is said of the deletion of a thing with these properties. */
const said = (type: string, inputs: Parameters<typeof deleted>[1], given: Parameters<typeof deleted>[2] = {}) =>
  assess(deleted(type, inputs, given), riskContext())[0]?.details;

it.each([
  [database, { skipFinalSnapshot: true }, "no final snapshot is taken: skipFinalSnapshot is on"],
  [database, { finalSnapshotIdentifier: "last" }, "a final snapshot is taken"],
  [database, {}, "the deletion fails: skipFinalSnapshot is off, and finalSnapshotIdentifier is not set"],
  [database, { deletionProtection: true }, "deletionProtection is on: the deletion is refused until it is off"],
  [database, { deletionProtection: false }, "not protected by deletionProtection"],
  [database, { deletionProtection: { $: "unknown" } }, "deletionProtection is not known"],
  [database, { backupRetentionPeriod: 0 }, "there are no automated backups: backupRetentionPeriod is 0"],
  [database, { deleteAutomatedBackups: false }, "automated backups stay until they expire"],
  [database, { backupRetentionPeriod: 7 }, "automated backups are deleted with it"],
  ["aws:s3/bucket:Bucket", { forceDestroy: true }, "what is in it goes with it: forceDestroy is on"],
  ["aws:s3/bucket:Bucket", {}, "the deletion fails unless it is empty: forceDestroy is off"],
  ["aws:kms/key:Key", {}, "it can be brought back for 30 days"],
  ["aws:secretsmanager/secret:Secret", { recoveryWindowInDays: 0 }, "it goes at once: recoveryWindowInDays is 0"],
  ["aws:dynamodb/table:Table", { pointInTimeRecovery: { enabled: true } }, "a system backup stays for 35 days"],
  ["aws:dynamodb/table:Table", {}, "no backup stays: pointInTimeRecovery is off"],
  ["aws:fsx/lustreFileSystem:LustreFileSystem", {}, "no final backup is taken: skipFinalBackup is on"],
  ["aws:fsx/windowsFileSystem:WindowsFileSystem", {}, "a final backup is taken"],
  ["aws:elasticache/cluster:Cluster", { finalSnapshotIdentifier: "last" }, "a final snapshot is taken"],
  ["aws:elasticache/cluster:Cluster", {}, "no final snapshot is taken: finalSnapshotIdentifier is not set"],
])("says of %s with %j: %s", (type, inputs, words) => {
  expect(said(type, inputs)).toContain(words);
});

it("says whether the engine is kept from it, and in which order it goes", () => {
  expect(said(database, {})).toContain("it is not protected from the engine");
  expect(said(database, {}, { protect: true })).toContain(
    "it is protected: the engine refuses until protect is taken away",
  );
  const first = assess(replaced(database, { a: 1 }, { a: 2 }, { deleteFirst: true }), riskContext());
  expect(first[0]?.details[0]).toBe("the old one is deleted before the new one is there");
});

it("calls what stays in the cloud left behind", () => {
  expect(assess(deleted(database, {}, { retainOnDelete: true }), riskContext())).toMatchObject([
    { id: "stateful-left", level: "medium" },
  ]);
});

it("names the property that forces it, before and after, and no secret", () => {
  const [risk] = assess(
    replaced(database, { engine: "mysql", username: secret }, { engine: "postgres", username: secret }),
    riskContext(),
  );
  expect(risk?.details).toContain("forced by engine: mysql → postgres");
  const [hidden] = assess(
    step({
      ...replaced(database, { username: "a" }, { username: "b" }),
      diff: [{ path: "username", kind: "update", replaces: true, before: secret, after: { $: "unknown" } }],
    }),
    riskContext(),
  );
  expect(hidden?.details).toContain("forced by username: a secret → what is known only when it is made");
});

it("names what was made from it, also in other stacks", () => {
  const subject = deleted(database);
  const direct = step({
    name: "app",
    stack: "dev-cluster",
    dependsOn: [subject.urn],
    type: "kubernetes:core/v1:Secret",
  });
  const behind = step({ name: "web", dependsOn: [direct.urn] });
  const [risk] = assess(subject, riskContext({ dependents: () => [direct, behind] }));
  expect(risk?.details).toEqual(
    expect.arrayContaining([
      "1 resource made from it: Secret app in dev-cluster",
      "1 more made from these",
      "reaches into dev-cluster",
    ]),
  );
});

it("tells a rename from a deletion, as a hint", () => {
  const made = { ...created(database, {}), name: "orders" };
  const [risk] = assess(deleted(database), riskContext({ created: () => [made] }));
  expect(risk?.details.at(-1)).toMatch(/^orders of the same type is made in this change/);
});
