import type { EngineEvent } from "@pulumi/pulumi/automation";
import { describe, expect, it } from "vitest";
import { Collector } from "../../../review/collect/collector";
import { outputs, state, step, urnOf } from "../../support/engine-events";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function collected(...events: EngineEvent[]) {
  const collector = new Collector();
  for (const event of events) collector.onEvent(event);
  return collector;
}
const stepsOf = (...events: EngineEvent[]) => collected(...events).steps(() => []);

describe("what the engine tells of a resource", () => {
  it("is a change with each property before and after", () => {
    const [one] = stepsOf(
      step("update", "main", {
        old: state({ id: "vpc-1", inputs: { tags: { a: "1" }, size: 2 } }),
        new: state({ id: "vpc-1", inputs: { tags: { a: "2" }, size: 2 } }),
        detailedDiff: { "tags.a": { diffKind: "update" as never, inputDiff: true } },
      }),
    );
    expect(one).toMatchObject({ op: "update", name: "main", stack: "dev-network", deleteFirst: false });
    expect(one?.diff).toEqual([{ path: "tags.a", kind: "update", replaces: false, before: "1", after: "2" }]);
  });

  it("takes what was from the outputs, where the provider compared those", () => {
    const [one] = stepsOf(
      step("update", "main", {
        old: state({ outputs: { size: 1 } }),
        new: state({ inputs: { size: 2 } }),
        detailedDiff: { size: { diffKind: "update" as never, inputDiff: false } },
      }),
    );
    expect(one?.diff).toEqual([{ path: "size", kind: "update", replaces: false, before: 1, after: 2 }]);
  });

  it("compares inputs where the provider tells no details", () => {
    const inputs = { same: [1, { a: 1 }], gone: 1, changed: "a" };
    const [one] = stepsOf(
      step("update", "main", {
        old: state({ inputs }),
        new: state({ inputs: { same: [1, { a: 1 }], changed: "b", made: true } }),
      }),
    );
    expect(one?.diff.map(({ path, kind }) => [path, kind])).toEqual([
      ["gone", "delete"],
      ["changed", "update"],
      ["made", "add"],
    ]);
  });

  it.each([
    ["after the new one is there", ["create-replacement", "replace", "delete-replaced"], false],
    ["first", ["delete-replaced", "replace", "create-replacement"], true],
  ])("is one replacement, whose old one goes %s", (_when, operations, deleteFirst) => {
    const old = state({ id: "db-1", inputs: { encrypted: false } });
    const next = state({ inputs: { encrypted: true } });
    const said = {
      keys: ["encrypted"],
      detailedDiff: { encrypted: { diffKind: "update-replace" as never, inputDiff: true } },
    };
    const events = operations.map((op) =>
      step(op, "main", {
        ...said,
        ...(op !== "create-replacement" && { old }),
        ...(op !== "delete-replaced" && { new: next }),
      }),
    );
    const [one, ...others] = stepsOf(...events);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ op: "replace", replaceKeys: ["encrypted"], deleteFirst });
    expect([one?.old?.id, one?.new?.inputs]).toEqual(["db-1", { encrypted: true }]);
    expect(one?.diff).toEqual([{ path: "encrypted", kind: "update", replaces: true, before: false, after: true }]);
  });

  it("is every input of what is made or deleted", () => {
    const made = stepsOf(step("create", "new", { new: state({ inputs: { a: 1 } }) }));
    const gone = stepsOf(step("delete", "old", { old: state({ inputs: { a: 1 } }) }));
    expect(made[0]?.diff).toEqual([{ path: "a", kind: "add", replaces: false, after: 1 }]);
    expect(gone[0]?.diff).toEqual([{ path: "a", kind: "delete", replaces: false, before: 1 }]);
    expect([made[0]?.old, gone[0]?.new]).toEqual([undefined, undefined]);
  });

  it("is an update where only the protection changes, which the engine calls the same", () => {
    const [one] = stepsOf(step("same", "main", { old: state({ protect: true }), new: state() }));
    expect(one).toMatchObject({ op: "update", old: { protect: true }, new: { protect: false } });
    expect(one?.diff).toEqual([{ path: "protect", kind: "update", replaces: false, before: true, after: false }]);
  });

  it("is an update of the stack where its outputs change", () => {
    const type = "pulumi:pulumi:Stack";
    const metadata = { type, old: state({ outputs: { id: "a" } }), new: state({ outputs: { id: unknown } }) };
    const [one] = stepsOf(step("same", "stack", { ...metadata, new: state() }), outputs("same", "stack", metadata));
    expect(one?.op).toBe("update");
    expect(one?.diff).toEqual([{ path: "id", kind: "update", replaces: false, before: "a", after: { $: "unknown" } }]);
  });

  it("is nothing where it stays the same, or is only read again", () => {
    const same = { old: state({ inputs: { a: 1 } }), new: state({ inputs: { a: 1 } }) };
    expect(stepsOf(step("refresh", "main", same))).toEqual([]);
    expect(stepsOf(step("same", "main", same))[0]).toMatchObject({ op: "same", diff: [] });
  });

  it("has the outputs that its provider foretells, and names what it was made from", () => {
    const collector = collected(
      step("create", "main", { new: state({ inputs: { a: 1 } }), provider: "urn:pulumi:s::p::t::aws::id" }),
      outputs("create", "main", { new: state({ outputs: { arn: unknown, a: 1 } }) }),
    );
    const [one] = collector.steps((urn) => (urn === urnOf("aws:ec2/vpc:Vpc", "main") ? ["urn:a"] : []));
    expect(one?.new?.outputs).toEqual({ arn: { $: "unknown" }, a: 1 });
    expect([one?.dependsOn, one?.provider]).toEqual([["urn:a"], "urn:pulumi:s::p::t::aws"]);
  });

  it("names the properties that a policy set", () => {
    const policyRemediationEvent = {
      ...{ resourceUrn: "urn:a", policyName: "vpc-dns" },
      ...{ before: { a: 1, b: 2 }, after: { a: 1, b: 3, c: "secret value" } },
    };
    const { remediations } = collected({ sequence: 0, timestamp: 0, policyRemediationEvent } as EngineEvent);
    expect(remediations).toEqual([{ rule: "vpc-dns", urn: "urn:a", paths: ["b", "c"] }]);
  });
});
