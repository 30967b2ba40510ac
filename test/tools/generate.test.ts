import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { generatedFiles } from "../../tools/generate/files";

it.each(generatedFiles)("$file is current; else npm run generate", ({ file, content }) => {
  expect(readFileSync(path.resolve(__dirname, "../..", file), "utf8")).toBe(content());
});
