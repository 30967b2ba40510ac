import { describe, expect, it } from "vitest";
import { valueAt } from "../../../review/collect/paths";
import { shortened, shown, shownProperties } from "../../../review/collect/shown";

const mark = "4dabf18193072939515e22adb298388d";

describe("a value of an event", () => {
  it.each([
    ["text", "a", "a"],
    ["a secret", "[secret]", { $: "secret" }],
    ["a secret inside", [{ password: "[secret]" }], [{ password: { $: "secret" } }]],
    ["what is not known", "04da6b54-80e4-46f7-96ec-b56ff0331ba9", { $: "unknown" }],
    ["a number that is not known", "3eeb2bf0-c639-47a8-9e75-3b44932eb421", { $: "unknown" }],
    ["a secret in the form of a state", { [mark]: "1b47061264138c4ac30d75fd1eb44270", value: "x" }, { $: "secret" }],
    ["a file", { [mark]: "c44067f5952c0a294b673a41bacd8c17", hash: "ab", path: "a" }, { $: "file", hash: "ab" }],
    ["an archive", { [mark]: "0def7320c3a5731c473e5ecbe6d01bc7", hash: "cd" }, { $: "file", hash: "cd" }],
    ["a resource", { [mark]: "5cf8f73096256a8f31e491e813e4eb8e", id: "vpc-1", urn: "urn:a" }, "vpc-1"],
    ["an output", { [mark]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", value: ["a"] }, ["a"]],
    ["a secret output", { [mark]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", value: "x", secret: true }, { $: "secret" }],
    ["an unknown output", { [mark]: "d0e6a833031e9bbcd3f4e8bde6ca49a4" }, { $: "unknown" }],
    ["what has a mark that nobody knows", { [mark]: "new", value: "x" }, { $: "unknown" }],
  ])("is shown: %s", (_what, value, expected) => {
    expect(shown(value)).toEqual(expected);
  });

  it("leaves out what only providers tell each other", () => {
    expect(shownProperties({ __defaults: [], a: undefined, b: { __defaults: [], c: null } })).toEqual({
      b: { c: null },
    });
  });

  it("is shortened where it is a long text, so that another long text still differs", () => {
    const [one, other] = ["a", "b"].map((end) => shortened(["x".repeat(30_000) + end]));
    expect(one).toMatchObject([{ $: "long", characters: 30_001 }]);
    expect(one).not.toEqual(other);
    expect(JSON.stringify(one).length).toBeLessThan(3_000);
    expect(shortened({ a: "x".repeat(20_000) })).toEqual({ a: "x".repeat(20_000) });
  });
});

describe("a path of the engine", () => {
  const properties = { ingress: [{ ports: [1, 2] }], tags: { "a.b": "c" }, data: { "x]y": 1 } };
  it.each([
    ["ingress[0].ports[1]", 2],
    ['tags["a.b"]', "c"],
    ['data["x]y"]', 1],
    ["ingress[3].ports", undefined],
    ["ingress.length", undefined],
    ["constructor", undefined],
  ])("leads to a value: %s", (path, value) => {
    expect(valueAt(properties, path)).toBe(value);
  });
});
