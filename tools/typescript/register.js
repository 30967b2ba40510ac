"use strict";
/**
 * Lets Node load this repository's TypeScript as it is: no build step, so nothing can be stale.
 *
 * Only files outside node_modules are compiled, once per content, into node_modules/.cache. A general loader (tsx was
 * measured) also hooks every JavaScript file of @pulumi/aws and doubles the time of importing it (0.8 s to 1.5 s CPU);
 * see docs/decisions/20261123-typescript-loader.md.
 */
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");

const root = path.resolve(__dirname, "../..");
const cache = path.join(root, "node_modules/.cache/foundation-typescript");
const esbuildVersion = require("esbuild/package.json").version;

process.setSourceMapsEnabled(true);
Module._extensions[".ts"] = (module, filename) => module._compile(compiled(filename), filename);

function compiled(filename) {
  const source = fs.readFileSync(filename, "utf8");
  const key = createHash("sha256").update(`${esbuildVersion}\n${filename}\n${source}`).digest("hex").slice(0, 32);
  const cached = path.join(cache, `${key}.js`);
  try {
    return fs.readFileSync(cached, "utf8");
  } catch {
    const { code } = require("esbuild").transformSync(source, {
      loader: "ts",
      format: "cjs",
      target: "node20",
      sourcefile: filename,
      sourcemap: "inline",
      sourcesContent: false,
    });
    fs.mkdirSync(cache, { recursive: true });
    // Written beside and renamed, because programs that start at the same time compile the same files.
    const temporary = `${cached}.${process.pid}`;
    fs.writeFileSync(temporary, code);
    fs.renameSync(temporary, cached);
    return code;
  }
}
