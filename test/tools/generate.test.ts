import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { generatedFiles } from "../../tools/generate/files";

it.each(generatedFiles)("$file is current; else npm run generate", ({ file, content }) => {
  expect(readFileSync(path.resolve(__dirname, "../..", file), "utf8")).toBe(content());
});

it("leaves no page of a rule that is gone", () => {
  const there = readdirSync(path.resolve(__dirname, "../../docs/policies"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/policies/${file}`);
  expect(there.filter((file) => !generatedFiles.some((generated) => generated.file === file))).toEqual([]);
});
