import { describe, expect, it } from "vitest";
import { OutputsHeard } from "../../../cli/review/outputs";
import { decidedLater } from "../../../stacks/contract";
import { outputs, state } from "../../support/engine-events";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const type = "pulumi:pulumi:Stack";

function predicted(before: Record<string, unknown> | undefined, after: Record<string, unknown>) {
  const heard = new OutputsHeard();
  heard.onEvent(outputs("create", "a vpc", { new: state({ outputs: { id: "vpc-1" } }) }));
  const old = before && { old: state({ outputs: before }) };
  heard.onEvent(outputs("same", "stack", { type, ...old, new: state({ outputs: after }) }));
  return heard.predicted;
}

describe("the outputs that a stack will have", () => {
  it("are told where they change", () => {
    expect(predicted({ a: 1 }, { a: 2 })).toEqual({ applied: true, outputs: { a: 2 }, secretOutputNames: [] });
    expect(predicted({ a: [1], b: { c: 1 } }, { a: [1], b: { c: 1 } })).toBeUndefined();
    expect(new OutputsHeard().predicted).toBeUndefined();
  });

  it("are told of a stack that was never applied", () => {
    expect(predicted(undefined, { a: 1 })).toMatchObject({ applied: false, outputs: { a: 1 } });
  });

  it("are not known where AWS decides, or they are secret", () => {
    const after = { id: unknown, zones: { a: "subnet-1", b: unknown }, list: ["a", unknown], token: "[secret]" };
    expect(predicted({}, after)).toEqual({
      applied: true,
      outputs: {
        ...{ id: decidedLater, list: decidedLater, token: decidedLater },
        zones: { a: "subnet-1", b: decidedLater },
      },
      secretOutputNames: ["token"],
    });
  });
});
