import { describe, expect, it } from "vitest";
import type { PropertyChange } from "../../../review/model/step";
import { assess } from "../../../review/risk/assess";
import { churnOf } from "../../../review/risk/churn";
import { deleted, replaced, riskContext, state, step, updated } from "../../support/steps";

const type = "aws:ssm/document:Document";
const secret = { $: "secret" } as const;
const unknown = { $: "unknown" } as const;
const file = (hash: string) => ({ $: "file", hash }) as const;
const image = (digit: string, name = "shop/app") => `${name}@sha256:${digit.repeat(64)}`;
const md5 = (digit: string) => digit.repeat(32);

const churn = (before: object, after: object, of = type) => {
  const one = updated(of, before, after);
  return churnOf(one, assess(one, riskContext()));
};

describe("means nothing", () => {
  it.each([
    ["hash", { code: file("a") }, { code: file("b") }],
    ["hash", { image: image("a") }, { image: image("b") }],
    ["hash", { sourceCodeHash: md5("a") }, { sourceCodeHash: md5("b") }],
    ["unknown-only", { target: "a" }, { target: unknown }],
    ["secret", { password: secret, n: 1 }, { password: secret, n: 1 }],
    ["reordered", { securityGroupIds: ["a", "b"] }, { securityGroupIds: ["b", "a"] }],
    ["hash", { code: file("a"), target: "a" }, { code: file("b"), target: unknown }],
  ])("%s: %j to %j", (kind, before, after) => {
    // Two secrets look the same: only the engine tells that they differ.
    const told: PropertyChange[] = [
      { path: "password", kind: "update", replaces: false, before: secret, after: secret },
    ];
    const one = updated(type, before, after);
    expect(churnOf(kind === "secret" ? { ...one, diff: told } : one, [])).toBe(kind);
  });

  it("a policy whose statements stand in another order", () => {
    const [a, b] = ["a:B", "c:D"].map((Action) => ({ Effect: "Allow", Action, Resource: "*" }));
    const documentOf = (...Statement: unknown[]) => ({ policy: JSON.stringify({ Version: "2012-10-17", Statement }) });
    expect(churn(documentOf(a, b), documentOf(b, a), "aws:iam/policy:Policy")).toBe("reordered");
  });

  it("what only the provider tells", () => {
    const diff: PropertyChange[] = [
      { path: "latestVersion", kind: "update", replaces: false, before: "1", after: "2" },
    ];
    expect(churnOf(step({ type, old: state({ a: 1 }), new: state({ a: 1 }), diff }), [])).toBe("computed");
  });
});

describe("means something", () => {
  it.each([
    ["another tag of an image", { image: "app:1" }, { image: "app:2" }],
    ["another image", { image: image("a") }, { image: image("b", "other/app") }],
    ["a digest where a tag was", { image: "app:1" }, { image: image("b") }],
    ["a hash in a property that is none", { key: md5("a") }, { key: md5("b") }],
    ["a hash that comes first", {}, { sourceCodeHash: md5("a") }],
    ["a file where a text was", { code: "a" }, { code: file("b") }],
    ["a property that comes unknown", {}, { target: unknown }],
    ["what was unknown", { target: unknown }, { target: "a" }],
    ["a text that becomes a secret", { password: "a" }, { password: secret }],
    ["a secret that goes", { password: secret }, {}],
    ["one more in a set", { securityGroupIds: ["a"] }, { securityGroupIds: ["a", "b"] }],
    ["another count in a set", { securityGroupIds: ["a", "a", "b"] }, { securityGroupIds: ["a", "b", "b"] }],
    ["another order of arguments", { args: ["a", "b"] }, { args: ["b", "a"] }],
    ["hidden values in a set", { securityGroupIds: [secret, "a"] }, { securityGroupIds: ["a", secret] }],
    ["a hash beside a real change", { code: file("a"), n: 1 }, { code: file("b"), n: 2 }],
    ["tags that a provider adds", { tagsAll: { a: "1" } }, { tagsAll: { a: "2" } }],
    ["nothing that is told", { a: 1 }, { a: 1 }],
  ])("%s", (_what, before, after) => {
    expect(churn(before, after)).toBeUndefined();
  });

  it("protection that is taken away, even where nothing was asked for", () => {
    const diff: PropertyChange[] = [{ path: "protect", kind: "update", replaces: false, before: true, after: false }];
    expect(churnOf(step({ type, old: state({}), new: state({}), diff }), [])).toBeUndefined();
  });

  it("what is replaced or deleted, or puts anything at risk", () => {
    const one = replaced(type, { code: file("a") }, { code: file("b") });
    expect(churnOf(one, [])).toBeUndefined();
    expect(churnOf({ ...one, op: "update" }, [])).toBeUndefined();
    expect(churnOf(deleted(type, {}), [])).toBeUndefined();
    expect(churn({ roleArn: "a" }, { roleArn: unknown }, "aws:ssm/document:Document")).toBe("unknown-only");
    expect(churn({ policy: "{}" }, { policy: unknown }, "aws:iam/policy:Policy")).toBeUndefined();
    const ignored = updated(type, { code: file("a") }, { code: file("b") });
    const risk = {
      id: "x",
      section: "data",
      level: "low",
      ignored: true,
      summary: "",
      details: [],
      properties: [],
    } as const;
    expect(churnOf(ignored, [{ ...risk, details: [], properties: [] }])).toBeUndefined();
  });
});
