import { existsSync } from "node:fs";
import path from "node:path";
import { buildSync, type Metafile } from "esbuild";
import { type LayerName, layerNames } from "../../stacks/layers";

/** Which files of the repository each part of it is made from, by what its programs import. Paths as Git writes them. */
export interface Imports {
  /** What the program of a layer imports, and nothing that every layer has. */
  readonly layers: ReadonlyMap<LayerName, ReadonlySet<string>>;
  /** What runs whatever the layer is: the entry, and how environment files are read. */
  readonly everyLayer: ReadonlySet<string>;
  /** The policy pack that judges every preview. */
  readonly policies: ReadonlySet<string>;
  /** What previews and applies. */
  readonly command: ReadonlySet<string>;
}

const entries = {
  program: "stacks/index.ts",
  policies: "policy-packs/foundation/index.ts",
  command: ["cli/commands/preview.ts", "cli/commands/up.ts", "cli/session.ts"],
};
const layerFile = (layer: LayerName) => `stacks/${layer}.ts`;

/**
 * The imports of the project in `root`, as esbuild resolves them, which also runs the programs. What is imported for its
 * types only has no part in what a program does, and is left out.
 *
 * @throws Error of esbuild where a file is missing or cannot be parsed.
 */
export function importsOf(root: string): Imports {
  const layerFiles = layerNames.map(layerFile).filter((file) => existsSync(path.join(root, file)));
  const points = [...layerFiles, entries.program, entries.policies, ...entries.command];
  const { inputs } = build(
    root,
    points.filter((file) => existsSync(path.join(root, file))),
  );
  const everyLayer = reached(inputs, [entries.program], new Set(layerFiles));
  return {
    everyLayer,
    layers: new Map(layerNames.map((layer) => [layer, reached(inputs, [layerFile(layer)], everyLayer)])),
    policies: reached(inputs, [entries.policies]),
    command: reached(inputs, entries.command),
  };
}

function build(root: string, entryPoints: string[]): Metafile {
  const { metafile } = buildSync({
    ...{ absWorkingDir: root, entryPoints, bundle: true, packages: "external", platform: "node" },
    ...{ write: false, outdir: "out", metafile: true, logLevel: "silent" },
    // A tsconfig.json may name packages that are not there at the base.
    tsconfigRaw: {},
  });
  return metafile;
}

/** The files that `from` lead to, themselves among them, not through `without`. */
function reached(inputs: Metafile["inputs"], from: string[], without: ReadonlySet<string> = new Set()): Set<string> {
  const found = new Set<string>();
  const open = [...from];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const input = inputs[file];
    if (input === undefined || found.has(file) || without.has(file)) continue;
    found.add(file);
    open.push(...input.imports.filter(({ external }) => !external).map((one) => one.path));
  }
  return found;
}
