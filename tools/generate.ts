import { writeFileSync } from "node:fs";
import path from "node:path";
import { generatedFiles } from "./generate/files";

/** Writes every generated file again; `npm run generate`. */
for (const { file, content } of generatedFiles) {
  writeFileSync(path.resolve(__dirname, "..", file), content());
  process.stdout.write(`${file}\n`);
}
