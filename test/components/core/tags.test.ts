import * as pulumi from "@pulumi/pulumi";
import { beforeEach, describe, expect, it } from "vitest";
import { checkValue } from "../../../components/core/reasons";
import { mergeTags, tagsSchema } from "../../../components/core/tags";
import { startMocks, valueOf } from "../../support/harness";

const issuesOf = (tags: unknown) => checkValue("tags", tagsSchema, tags).issues.map((i) => `${i.path}: ${i.reason}`);
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`key-${index}`, ""]));

describe("tagsSchema", () => {
  it.each([
    ["none", {}],
    ["50", many(50)],
    ["a key of 128 characters", { ["k".repeat(128)]: "v" }],
    ["a value of 256 characters", { key: "v".repeat(256) }],
    ["an empty value", { key: "" }],
    ["every character allowed", { "Ключ 1_.:/=+-@": "Größe 1_.:/=+-@" }],
    ["aws inside", { "cost:aws:team": "my-aws:team" }],
  ])("takes %s", (_case, tags) => {
    expect(issuesOf(tags)).toEqual([]);
  });

  it.each([
    ["51", many(51), "tags: must be at most 50 tags"],
    ["an empty key", { "": "v" }, "a tag's key must be 1 to 128"],
    ["a key of 129 characters", { ["k".repeat(129)]: "v" }, "a tag's key must be 1 to 128"],
    ["a value of 257 characters", { key: "v".repeat(257) }, "tags.key: must be at most 256"],
    ["another character in a key", { "a,b": "v" }, "tags.a,b: a tag's key must be"],
    ["another character in a value", { key: "a;b" }, "tags.key: must be at most 256"],
    ["AWS's prefix", { "aws:team": "v" }, "not start with aws:"],
    ["AWS's prefix in capitals", { "AWS:team": "v" }, "not start with aws:"],
    ["AWS's prefix in a value", { team: "aws:v" }, "not start with aws:"],
    ["a number", { key: 1 }, "tags.key: must be a string"],
  ])("refuses %s", (_case, tags, issue) => {
    expect(issuesOf(tags)).toEqual([expect.stringContaining(issue)]);
  });

  it("never repeats a value", () => {
    expect(issuesOf({ key: "hunter2;" }).join()).not.toContain("hunter2");
  });
});

describe("mergeTags", () => {
  beforeEach(() => startMocks());

  it("lets the child's tags win", async () => {
    const merged = mergeTags(pulumi.output<Record<string, string>>({ Name: "all", team: "a" }), { Name: "one" });
    expect(await valueOf(merged)).toEqual({ Name: "one", team: "a" });
  });
});
