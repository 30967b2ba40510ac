import { describe, expect, it } from "vitest";
import { changedProperties, type Refreshed } from "../../../cli/drift/compare";

const vpc = "aws:ec2/vpc:Vpc";

function lines(given: Partial<Refreshed>): string[] {
  const whole = { type: vpc, recorded: {}, actual: {}, detailed: {}, ignored: [], ...given };
  return changedProperties(whole).map(({ path, kind, managed, recorded, actual }) => {
    const values = [recorded, actual].map((value) => JSON.stringify(value) ?? "-").join(" → ");
    return `${kind} ${path} ${values}${managed ? "" : " (loose)"}`;
  });
}

describe("changedProperties", () => {
  it("names nested properties with what is recorded and what is there", () => {
    const recorded = { a: { b: [1, 2], "c/d": "x" }, gone: true };
    const actual = { a: { b: [1, 3, 4], "c/d": "y" }, fresh: {} };
    expect(lines({ recorded, actual })).toEqual([
      "update a.b[1] 2 → 3 (loose)",
      "add a.b[2] - → 4 (loose)",
      'update a["c/d"] "x" → "y" (loose)',
      "add fresh - → {} (loose)",
      "delete gone true → - (loose)",
    ]);
  });

  it("knows what the provider names as set by the program", () => {
    const given = { recorded: { a: { b: 1 }, c: 1 }, actual: { a: { b: 2 }, c: 2 } };
    expect(lines({ ...given, detailed: { "a.b": "update" } })).toEqual(["update a.b 1 → 2", "update c 1 → 2 (loose)"]);
    expect(lines({ ...given, detailed: { a: "update" } })).toContain("update a.b 1 → 2");
  });

  it("tells a secret, whose values are masked alike, by its path", () => {
    const masked = { recorded: { password: "[secret]" }, actual: { password: "[secret]" } };
    expect(lines(masked)).toEqual([]);
    expect(lines({ ...masked, detailed: { password: "update-replace" } })).toEqual([
      'update password "[secret]" → "[secret]"',
    ]);
  });

  it("tells each tag once, with what is recorded of it", () => {
    const recorded = { tags: { Name: "a" }, tagsAll: { Name: "a", environment: "dev", team: "x" } };
    const actual = { tags: { Name: "b", environment: "prod" }, tagsAll: { Name: "b", environment: "prod" } };
    expect(
      lines({ recorded, actual, detailed: { tags: "update" } }).map((line) => line.replace(" (loose)", "")),
    ).toEqual(['update tags.environment "dev" → "prod"', 'update tags.Name "a" → "b"', 'delete tags.team "x" → -']);
    const gone = { recorded: { tagsAll: { team: "x" } }, actual: { tagsAll: {} } };
    expect(lines({ ...gone, detailed: { "tagsAll.team": "delete" } })).toEqual(['delete tags.team "x" → -']);
    expect(lines({ actual: { tags: { a: "1" }, tagsAll: { a: "1" } } })).toEqual(['add tags.a - → "1" (loose)']);
  });

  it("passes over what the program ignores and what an API server writes for itself", () => {
    const given = { recorded: { scaling: { size: 1, max: 2 } }, actual: { scaling: { size: 3, max: 2 } } };
    expect(lines({ ...given, ignored: ["scaling.size"] })).toEqual([]);
    expect(lines({ ...given, ignored: ["scaling"] })).toEqual([]);
    expect(lines({ ...given, ignored: ["scaling.max"] })).toHaveLength(1);
    const object = {
      recorded: { metadata: { resourceVersion: "1", labels: {} }, status: {} },
      actual: { metadata: { resourceVersion: "2", labels: { a: "b" } }, status: { ready: true } },
    };
    expect(lines({ ...object, type: "kubernetes:core/v1:ConfigMap" })).toEqual([
      'add metadata.labels.a - → "b" (loose)',
    ]);
    expect(lines(object)).toHaveLength(3);
  });

  it("passes over when AWS last changed something", () => {
    const times = (modifiedAt: string) => ({ modifiedAt, createdAt: "yesterday" });
    expect(lines({ recorded: times("yesterday"), actual: times("today") })).toEqual([]);
  });

  it("takes null and absent as the same", () => {
    expect(lines({ recorded: { a: null }, actual: {} })).toEqual([]);
  });
});
