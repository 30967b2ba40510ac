import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { models } from "../../../sandbox/models";
import { shapeOf } from "../../../sandbox/shapes/store";
import { coveragePage } from "../../../tools/sandbox-coverage/page";
import { coverage, mentionedBy } from "../../../tools/sandbox-coverage/table";

const found = coverage();

/** What `--json` writes, and nothing else. */
const form = z.strictObject({
  types: z.int(),
  modelled: z.int(),
  generic: z.int(),
  refusals: z.int(),
  ahead: z.strictObject({ types: z.int(), refusals: z.int() }),
  table: z.array(
    z.strictObject({
      type: z.string(),
      registered: z.boolean(),
      model: z.enum(["own", "generic"]),
      declared: z.int().optional(),
      modelled: z.array(z.string()),
      immutable: z.array(z.string()),
      refusals: z.int(),
      schema: z.string().optional(),
    }),
  ),
});

describe("what the sandbox models", () => {
  it("is every type that a layer or component registers", () => {
    expect(found.table.filter(({ model }) => model === "generic").map(({ type }) => type)).toEqual([]);
    expect(found).toMatchObject({ generic: 0, modelled: found.types });
  });

  it("is summed up as it stands in the table", () => {
    const registered = found.table.filter((row) => row.registered);
    expect(found.types).toBe(registered.length);
    expect(found.ahead.types).toBe(found.table.length - registered.length);
    // What several types share counts once.
    const all = found.table.reduce((sum, { refusals }) => sum + refusals, 0);
    expect(found.refusals).toBeGreaterThanOrEqual(80);
    expect(found.refusals + found.ahead.refusals).toBeLessThan(all);
  });

  it("says of each type what replaces it and where that is from", () => {
    const row = found.table.find(({ type }) => type === "aws:kms/alias:Alias");
    expect(row).toMatchObject({
      registered: true,
      model: "own",
      declared: 6,
      immutable: ["name", "namePrefix"],
      schema: "internal/service/kms/alias.go",
    });
    expect(row?.modelled).toEqual(expect.arrayContaining(["arn", "name", "namePrefix", "region"]));
  });

  it.each(models)("$type: only what the SDK declares", (model) => {
    const shape = shapeOf(model.type);
    const declared = new Set([...Object.keys(shape?.properties ?? {}), ...(shape?.outputs ?? [])]);
    expect([...mentionedBy(model)].filter((name) => !declared.has(name))).toEqual([]);
  });

  it("is a line a type on its page", () => {
    const lines = coveragePage(found)
      .split("\n")
      .filter((line) => line.startsWith("| `"));
    expect(lines).toHaveLength(found.table.length);
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^\| `aws:kms\/alias:Alias` \| yes \| \d of 6 \| `name` `namePrefix` \| \d+ \| internal\/service\/kms\/alias\.go \|$/,
      ),
    );
  });
});

it("npm run sandbox:coverage prints the table and writes it", () => {
  const dir = mkdtempSync(path.join(tmpdir(), "foundation-coverage-"));
  const root = path.resolve(__dirname, "../../..");
  const args = [
    "-r",
    "./tools/typescript/register.js",
    "tools/sandbox-coverage/main.ts",
    "--json",
    path.join(dir, "it.json"),
  ];
  const printed = execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  expect(printed).toContain(
    `${found.types} types: ${found.modelled} with a model, 0 generic; ${found.refusals} refusals`,
  );
  expect(form.parse(JSON.parse(readFileSync(path.join(dir, "it.json"), "utf8")))).toEqual(found);
  rmSync(dir, { recursive: true });
});
