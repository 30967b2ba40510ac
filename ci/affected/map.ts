import path from "node:path";
import type { LayerName } from "../../stacks/layers";
import type { Imports } from "./imports";

/** Which stacks a file is part of, and why, in words that follow the file's name. */
export type Effect =
  | { readonly of: "nothing" | "everything"; readonly why: string }
  | { readonly of: "environment"; readonly environment: string; readonly why: string }
  | { readonly of: "stack"; readonly stack: string; readonly why: string }
  | { readonly of: "layers"; readonly layers: readonly LayerName[]; readonly why: string };

/** By what a file is for, where no program and no policy imports it. The first row that matches counts. */
const rows: { readonly files: RegExp; readonly effect: (match: RegExpExecArray) => Effect }[] = [
  {
    files: /^stacks\/environments\/([^/]+)\.yaml$/,
    effect: ([, environment = ""]) => ({ of: "environment", environment, why: "is the environment's own file" }),
  },
  {
    files: /^stacks\/config\/Pulumi\.([^/]+)\.yaml$/,
    effect: ([, stack = ""]) => ({ of: "stack", stack, why: "is the stack's own configuration" }),
  },
  nothing(/^stacks\/environments\/environment\.schema\.json$/, "only helps editors"),
  nothing(/(^|\/)[^/]+\.md$|^docs\/|^LICENSE$|^CODEOWNERS$/, "is documentation"),
  nothing(/^test\/|^(vitest\.config|biome)\.\w+$|^tsconfig\.json$/, "only tests and checks"),
  nothing(/^\.github\/|^\.gitlab-ci\.yml$|^\.ci\/|^ci\/|^bootstrap\//, "is the pipeline, not what it applies"),
  nothing(/^(.*\/)?\.(gitignore|gitattributes|editorconfig)$/, "is for Git and editors"),
  nothing(/^sandbox\//, "is the simulated cloud"),
  nothing(/^(review|prices)\//, "is about what is said of a change, not what it does"),
  everything(/^bin\/|^tools\/(engine|install|typescript)\//, "starts the engine"),
  everything(/^Pulumi\.yaml$/, "is the project of every stack"),
  everything(/^package(-lock)?\.json$|^\.npmrc$/, "says which packages every program runs with"),
  everything(/^stacks\/tsconfig\.json$/, "says how every program is compiled"),
];

function nothing(files: RegExp, why: string) {
  return { files, effect: (): Effect => ({ of: "nothing", why }) };
}

function everything(files: RegExp, why: string) {
  return { files, effect: (): Effect => ({ of: "everything", why }) };
}

/** Code that nobody imports does nothing; data may be read by any program. */
const isCode = (file: string) => [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"].includes(path.extname(file));
const unused = /^(stacks|components|policy-packs)\//;

/** What a change of `file` is about. What no rule knows affects everything. */
export function effectOf(file: string, imports: Imports): Effect {
  const imported = byImports(file, imports);
  if (imported) return imported;
  for (const { files, effect } of rows) {
    const match = files.exec(file);
    if (match) return effect(match);
  }
  if (imports.command.has(file)) return { of: "everything", why: "is part of what previews and applies" };
  if (/^policy-packs\//.test(file) && !isCode(file)) return { of: "everything", why: "is part of the policies" };
  if (/^policy-packs\/(foundation|host)\//.test(file)) return { of: "everything", why: "starts the policies" };
  if (/^(cli|tools)\//.test(file) || (unused.test(file) && isCode(file)))
    return { of: "nothing", why: "is imported by nothing that previews or applies" };
  return { of: "everything", why: "is of a kind that no rule knows" };
}

/** By what the programs and policies import, which counts more than what a folder is for. */
function byImports(file: string, { everyLayer, layers, policies }: Imports): Effect | undefined {
  if (everyLayer.has(file)) return { of: "everything", why: "is part of what every program runs" };
  const importing = [...layers].filter(([, files]) => files.has(file)).map(([layer]) => layer);
  if (importing.length > 0) {
    const why = `is imported by ${importing.map((layer) => `stacks/${layer}.ts`).join(" and ")}`;
    return { of: "layers", layers: importing, why };
  }
  return policies.has(file) ? { of: "everything", why: "is part of the policies" } : undefined;
}
