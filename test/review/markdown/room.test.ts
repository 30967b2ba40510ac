import { describe, expect, it } from "vitest";
import { shown } from "../../../review/collect/shown";
import { renderMarkdown, summaryBudget } from "../../../review/markdown/render";
import type { Change } from "../../../review/model/schema";
import { database, hash, made, opened } from "../../support/full-review";
import { change, review } from "../../support/reviews";

describe("a report without room", () => {
  const many = (count: number, given: Partial<Change>) =>
    Array.from({ length: count }, (_, index) => change({ ...given, name: `${given.name}-${index}` }));
  const changes = [
    ...many(120, { ...database, name: "database" }),
    ...many(300, { ...opened, name: "group" }),
    ...many(2_000, { ...made, name: "bucket" }),
    ...many(500, { ...hash, name: "function" }),
  ];
  const markdown = renderMarkdown(review({ changes }), { whole: "see the artifact foundation-review" });

  it("names all that is worst before the rest, and counts where it leaves out", () => {
    for (const index of [0, 119]) expect(markdown).toContain(`<code>database-${index}</code>`);
    const left = markdown.split("\n").filter((line) => line.includes("left out here"));
    expect(left.map((line) => line.replaceAll(/[\d,]+\d|\d/g, "N"))).toEqual([
      "<i>… N changes left out here: N updated</i>",
      "<i>… N risks of what is told elsewhere left out here</i>",
      "<i>… N changes left out here: N created</i>",
      "<i>… N changes left out here: N updated</i>",
      "<i>What is left out here is counted where it is: see the artifact foundation-review.</i>",
    ]);
  });

  it("shows more of it in a summary", () => {
    const summary = renderMarkdown(review({ changes }), { budget: summaryBudget });
    expect(summary).toContain("<code>bucket-1999</code>");
    expect(summary).toContain("<code>function-499</code>");
    expect(summary).not.toContain("left out here");
  });
});

describe("secrets", () => {
  const canary = "s3cr3t-canary-6Yb2";
  const marked = {
    "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
    value: canary,
    plaintext: JSON.stringify(canary),
  };
  const output = {
    "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4",
    value: canary,
    secret: true,
  };

  it("are nowhere, whatever they stand in", () => {
    const positions = [marked, [marked], { a: { b: [output] } }, { data: marked, other: "x" }, [[output], "y"]];
    const diff = positions.flatMap((before) =>
      positions.map((after) => ({
        ...{ path: "value", kind: "update" as const, replaces: true, before: shown(before), after: shown(after) },
      })),
    );
    // Whoever writes a document by hand may hide a value and leave it beside.
    const beside = { $: "secret", value: canary } as const;
    diff.push({ path: "value", kind: "update", replaces: false, before: beside, after: { a: beside } });
    const markdown = renderMarkdown(review({ changes: [change({ ...database, diff }), change({ ...made, diff })] }));
    expect(markdown).toContain("(secret)");
    expect(markdown).not.toContain(canary);
  });
});
