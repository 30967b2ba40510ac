import { readdirSync } from "node:fs";
import path from "node:path";

/** Where the lists are. */
export const listsFolder = path.resolve(__dirname, "../lists");

/** Files of lists in a folder, in the order of their names. */
export const listFiles = (folder = listsFolder): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort();

/** prices/lists/index.ts, which imports every list: policy packs are compiled into one file, so none can be read at run time. */
export function listIndex(files: readonly string[]): string {
  const imports = files.map((file) => `import ${nameOf(file)} from "./${file}";`);
  const names = files.map((file) => `  ${nameOf(file)},`);
  return [
    "// Made by `npm run generate` and `foundation prices update` of the files beside it.",
    ...imports,
    "",
    "/** Every list in the repository. */",
    "export const lists = [",
    ...names,
    "];",
    "",
  ].join("\n");
}

/** `us-east-1-AmazonEC2.json` as a name in a program. */
const nameOf = (file: string): string =>
  file.replace(/\.json$/, "").replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
