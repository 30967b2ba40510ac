import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generatedFiles } from "./generate/files";

/** Writes every generated file again; `npm run generate`. */
for (const { file, content } of generatedFiles) {
  const target = path.resolve(__dirname, "..", file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content());
  process.stdout.write(`${file}\n`);
}
