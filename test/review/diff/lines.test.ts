import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffLines } from "../../../review/diff/lines";
import type { PropertyChange, Shown } from "../../../review/model/schema";

const read = (given: Partial<PropertyChange>, most?: number): string[] =>
  diffLines({ path: "p", kind: "update", replaces: false, ...given }, most).map(({ sign, text }) => `${sign} ${text}`);
const changed = (before: Shown, after: Shown) => read({ before, after });

describe("scalars", () => {
  it.each<[Shown, Shown, string[]]>([
    ["10.0.0.0/16", "10.1.0.0/16", ["- p: 10.0.0.0/16", "+ p: 10.1.0.0/16"]],
    [true, "true", ["- p: true", '+ p: "true"']],
    [1, "1", ["- p: 1", '+ p: "1"']],
    ["", " a", ['- p: ""', '+ p: " a"']],
    ["(secret)", { $: "secret" }, ['- p: "(secret)"', "+ p: (secret)"]],
    [{ $: "secret" }, { $: "secret" }, ["- p: (secret)", "+ p: (secret)"]],
    ["subnet-1", { $: "unknown" }, ["- p: subnet-1", "+ p: (known after apply)"]],
    [
      { $: "file", hash: "a".repeat(64) },
      { $: "file", hash: `b${"a".repeat(63)}` },
      ["- p: (file, sha256 aaaaaaaaaaaa)", "+ p: (file, sha256 baaaaaaaaaaa)"],
    ],
    [null, {}, ["- p: null", "+ p: {}"]],
    ["a", "a", ["  p: (no difference that can be shown)"]],
  ])("%j to %j", (before, after, lines) => expect(changed(before, after)).toEqual(lines));

  it("tells what is only on one side, and that a value is not told", () => {
    expect(read({ path: "tags.owner", kind: "add", after: "platform-team" })).toEqual(["+ tags.owner: platform-team"]);
    expect(read({ path: "tags.owner", kind: "delete", before: "platform-team" })).toEqual([
      "- tags.owner: platform-team",
    ]);
    expect(read({})).toEqual(["  p: (value not told)"]);
  });

  it("does not cut long texts before they differ", () => {
    const [before = "", after = ""] = changed(
      `${"x".repeat(500)}A${"y".repeat(300)}`,
      `${"x".repeat(500)}B${"y".repeat(300)}`,
    );
    expect(before).toMatch(/^- p: "\(460 characters\) … x{40}Ay{119} … \(181 more characters\)"$/);
    expect(after).toContain("xBy");
  });
});

describe("structures", () => {
  it("shows of an object only what differs", () => {
    expect(changed({ a: 1, b: { c: [1], d: 2 }, e: "x" }, { a: 1, b: { c: [1], d: 3 }, f: {} })).toEqual([
      "  p:",
      "    b:",
      "-     d: 2",
      "+     d: 3",
      "-   e: x",
      "+   f: {}",
    ]);
  });

  const policy = (...statements: { [key: string]: Shown }[]) =>
    JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const list = { Sid: "List", Effect: "Allow", Action: "s3:ListBucket", Resource: "*" };

  it("compares a policy by its statements, whatever the order of keys", () => {
    const before = policy(list, { Sid: "Read", Effect: "Allow", Action: "s3:GetObject", Resource: "*" });
    const after = policy(list, { Effect: "Allow", Sid: "Read", Resource: "*", Action: ["s3:*", "kms:Decrypt"] });
    expect(read({ path: "policy", before, after })).toEqual([
      "  policy: (JSON)",
      "    Statement:",
      "      … 1 unchanged",
      "      - Sid: Read",
      "        Effect: Allow",
      "-       Action: s3:GetObject",
      "+       Action: [s3:*, kms:Decrypt]",
    ]);
  });

  it("shows a policy that comes or goes as a structure", () => {
    expect(read({ path: "policy", kind: "add", after: policy(list) })).toEqual([
      "+ policy: (JSON)",
      "+   Version: 2012-10-17",
      "+   Statement:",
      "+     - Sid: List",
      "+       Effect: Allow",
      "+       Action: s3:ListBucket",
      "+       Resource: *",
    ]);
  });

  it("shows as text what is read with a loss", () => {
    const twice = '{"Effect":"Deny","Effect":"Allow"}';
    expect(changed('{"Effect":"Allow"}', twice)).toEqual([
      "- p: (JSON)",
      "-   Effect: Allow",
      `+ p: ${JSON.stringify(twice)}`,
    ]);
    expect(changed('{"a":12345678901234567890}', '{"a":12345678901234567891}').join()).toContain("67891");
  });

  it("compares an item with the one of the same name", () => {
    const before = [
      { name: "a", v: 1 },
      { name: "b", v: 1 },
      { name: "c", v: 1 },
    ];
    expect(
      changed(before, [
        { name: "a", v: 1 },
        { name: "c", v: 2 },
      ]),
    ).toEqual([
      "  p:",
      "    … 1 unchanged",
      "-   - name: b",
      "-     v: 1",
      "    - name: c",
      "-     v: 1",
      "+     v: 2",
    ]);
  });

  it("says of another secret in an object that nothing of it can be shown", () => {
    expect(changed({ a: { $: "secret" } }, { a: { $: "secret" } })).toEqual(["  p: (no difference that can be shown)"]);
  });
});

describe("texts of lines", () => {
  it("shows what differs, a little around it, and what encloses it", () => {
    const values = (tag: string) =>
      `server:\n  image:\n    a: 1\n    b: 2\n    c: 3\n    tag: ${tag}\n  port: 80\n  x: 1\n  y: 2\n`;
    expect(changed(values("1.10"), values("1.1"))).toEqual([
      "  p: |",
      "    server:",
      "      image:",
      "    … 1 unchanged",
      "        b: 2",
      "        c: 3",
      "-       tag: 1.10",
      "+       tag: 1.1",
      "      port: 80",
      "      x: 1",
      "    … 1 unchanged",
    ]);
  });

  it("says how long a text is of which only the beginning is known", () => {
    const long = (start: string) => ({ $: "long", start, characters: 30_000, hash: "c".repeat(64) }) as const;
    expect(changed(long("a\nb"), long("a\nc"))).toEqual([
      "  p: |",
      "    a",
      "-   b",
      "+   c",
      "-   (30,000 characters in all, sha256 cccccccccccc)",
      "+   (30,000 characters in all, sha256 cccccccccccc)",
    ]);
  });
});

describe("any values", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("\u202e", "a\nb", "\u200b", "\ud800", "```", "{[", '{"a":1}'),
  );
  const value = fc.letrec<{ any: Shown }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      hostile,
      fc.double(),
      fc.boolean(),
      fc.constantFrom<Shown>(null, { $: "secret" }, { $: "unknown" }, { $: "file", hash: "x" }),
      fc.array(tie("any"), { maxLength: 6 }),
      fc.dictionary(
        hostile.filter((key) => key !== "$"),
        tie("any"),
        { maxKeys: 6 },
      ),
    ),
  })).any;

  it("are told in lines without line ends or invisible characters, no more than asked for", () => {
    fc.assert(
      fc.property(hostile, value, value, fc.integer({ min: 2, max: 20 }), (path, before, after, most) => {
        const lines = diffLines({ path, kind: "update", replaces: false, before, after }, most);
        expect(lines.length).toBeGreaterThan(0);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const { text } of lines) expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 500 },
    );
  });

  it("say how many lines are left out", () => {
    const many = (from: number) => Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`k${at}`, from + at]));
    const lines = read({ before: many(0), after: many(100) }, 11);
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe("  … 91 more lines (45 removed, 46 added)");
  });

  it("take no long time where they are large", () => {
    const before = Array.from({ length: 20_000 }, (_, at) => `line ${at}`).join("\n");
    const lines = changed(before, before.replaceAll("line", "other"));
    expect(lines.at(-1)).toBe("  … 39,942 more lines (19,942 removed, 20,000 added)");
    expect(changed("[".repeat(15_000), "{".repeat(15_000))).toHaveLength(2);
  });
});
