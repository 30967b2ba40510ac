import type { EngineEvent } from "@pulumi/pulumi/automation";
import { describe, expect, it } from "vitest";
import { Capture } from "../../../cli/engine/capture";

const urn = "urn:pulumi:dev-network::foundation::aws:ec2/vpc:Vpc::dev";
const step = (op: string, more: object = {}) =>
  ({
    resourcePreEvent: {
      metadata: { op, urn, type: "aws:ec2/vpc:Vpc", provider: "", new: { parent: "urn:parent" }, ...more },
    },
  }) as EngineEvent;

function captured(...events: EngineEvent[]): Capture {
  const capture = new Capture();
  for (const event of events) capture.onEvent(event);
  return capture;
}

describe("Capture", () => {
  it("counts the three steps of a replacement once, with the keys that force it", () => {
    const detailedDiff = { cidrBlock: { diffKind: "update-replace", inputDiff: true } };
    const { resources } = captured(
      step("create-replacement", { keys: ["cidrBlock"], detailedDiff }),
      step("replace", { keys: ["cidrBlock"], detailedDiff }),
      step("delete-replaced", { keys: [], detailedDiff: null }),
    );
    expect(resources).toEqual([
      {
        urn,
        type: "aws:ec2/vpc:Vpc",
        name: "dev",
        parent: "urn:parent",
        op: "replace",
        replaceKeys: ["cidrBlock"],
        diff: [{ path: "cidrBlock", kind: "update-replace" }],
      },
    ]);
  });

  it("falls back to the names of changed properties where a provider tells no more", () => {
    expect(captured(step("update", { diffs: ["tags"] })).resources[0]?.diff).toEqual([
      { path: "tags", kind: "update" },
    ]);
  });

  it("shows a stack whose outputs change as updated, by name and never by value", () => {
    const type = "pulumi:pulumi:Stack";
    const metadata = { op: "same", urn, type, provider: "" };
    const { resources } = captured(step("same", { type }), {
      resOutputsEvent: {
        metadata: { ...metadata, old: { outputs: { a: "secret-1", b: 1 } }, new: { outputs: { a: "secret-2", c: 1 } } },
      },
    } as unknown as EngineEvent);
    expect(resources[0]).toMatchObject({
      op: "update",
      diff: [
        { path: "a", kind: "update" },
        { path: "b", kind: "delete" },
        { path: "c", kind: "add" },
      ],
    });
    expect(JSON.stringify(resources)).not.toContain("secret-");
  });

  it("shows a resource that loses its protection as updated", () => {
    const { resources } = captured(step("same", { old: { protect: true }, new: { parent: "" } }));
    expect(resources[0]).toMatchObject({ op: "update", diff: [{ path: "protect", kind: "update" }] });
  });

  it("reads policy events, whose advisory level the SDK's type calls otherwise", () => {
    const policyEvent = (enforcementLevel: string) =>
      ({
        policyEvent: {
          resourceUrn: urn,
          message: "<{%fg 1%}>set it<{%reset%}>\n",
          policyName: "kms-rotation",
          policyPackName: "p",
          enforcementLevel,
          severity: "medium",
        },
      }) as unknown as EngineEvent;
    expect(captured(policyEvent("mandatory"), policyEvent("advisory")).policies).toEqual([
      { pack: "p", rule: "kms-rotation", level: "mandatory", severity: "medium", urn, message: "set it" },
      { pack: "p", rule: "kms-rotation", level: "advisory", severity: "medium", urn, message: "set it" },
    ]);
  });

  it("keeps a diagnostic once and drops ephemeral ones", () => {
    const diagnostic = (message: string, ephemeral = false) =>
      ({ diagnosticEvent: { message, severity: "error", color: "never", ephemeral } }) as EngineEvent;
    const { diagnostics } = captured(
      diagnostic("boom\n"),
      diagnostic("boom"),
      diagnostic("tick", true),
      diagnostic(" "),
    );
    expect(diagnostics).toEqual([{ severity: "error", urn: "", message: "boom" }]);
  });

  it.each([
    ["with the cause", ["quota exceeded", "context canceled"], false, ["quota exceeded"]],
    ["when a person stopped it", ["context canceled"], true, []],
    ["not when nothing else tells of it", ["context canceled"], false, ["context canceled"]],
  ])("drops what a stopping engine says, %s", (_when, said, told, left) => {
    const capture = new Capture();
    for (const message of said) {
      capture.onEvent({ diagnosticEvent: { message, severity: "error", color: "never" } } as EngineEvent);
    }
    capture.dropAftermath(told);
    expect(capture.diagnostics.map(({ message }) => message)).toEqual(left);
  });
});
