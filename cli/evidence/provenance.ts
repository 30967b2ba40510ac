import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import packageJson from "../../package.json";
import { todayOf } from "../../policy-packs/core/exceptions/exceptions";
import type { Packs } from "../../policy-packs/core/standard/schema";
import type { Engine } from "../../tools/engine";
import { commitOf } from "../git";
import { projectRoot } from "../root";
import type { Provenance } from "./schema";

/** Of one run. */
export interface Run {
  /** When it is. */
  readonly clock: Date;
  readonly sandbox: boolean;
  readonly engine: Pick<Engine, "version" | "source">;
  readonly packs: Packs;
}

/** What decides beside the packs: who is excepted, what is in force, and the versions of everything that is loaded. */
const deciding = ["policy-packs/exceptions.yaml", "policy-packs/standard.yaml", "package-lock.json"];
/** The pack that runs, which holds the others. */
const aggregate = "foundation";

/**
 * Where evidence comes from, with hashes by which somebody else can tell that the same was run.
 *
 * @param env Tells of the day and of files that are used in place of the project's own, as it does for the packs.
 */
export async function provenanceOf(
  { clock, sandbox, engine, packs }: Run,
  root = projectRoot,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Provenance> {
  const folder = path.join(root, "policy-packs");
  const overridden: Record<string, string | undefined> = {
    "policy-packs/exceptions.yaml": env.FOUNDATION_EXCEPTIONS,
    "policy-packs/standard.yaml": env.FOUNDATION_STANDARD,
  };
  const described = (name: string) => ({
    name,
    version: (JSON.parse(readFileSync(path.join(folder, name, "package.json"), "utf8")) as { version: string }).version,
  });
  return {
    time: clock.toISOString(),
    day: env.FOUNDATION_TODAY ?? todayOf(clock),
    project: { name: packageJson.name, version: packageJson.version },
    commit: await commitOf(root),
    engine: { version: engine.version, source: engine.source },
    sandbox,
    pack: { ...described(aggregate), sha256: hashOf(root, ["policy-packs", "components/core"]) },
    packs: Object.entries(packs).map(([name, rules]) => ({
      ...described(name),
      rules: rules.length,
      sha256: hashOf(root, [`policy-packs/${name}`]),
    })),
    files: deciding.map((file) => ({ file, sha256: hashOfFile(overridden[file] ?? path.join(root, file)) })),
  };
}

const sha256 = () => createHash("sha256");

/** What is made of the sources, here or for `npm pack`. */
const isMade = (file: string): boolean => /\/(bundle\.js(\.map)?|[^/]+\.tgz)$|\/node_modules\//.test(file);

/**
 * Over names and contents of all source files in `folders`, in the order of their names. Not over what is compiled of them: that
 * names a folder of this machine.
 */
function hashOf(root: string, folders: readonly string[]): string {
  const files = folders
    .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .filter((file) => !isMade(file) && !deciding.includes(file))
    .sort();
  const hash = sha256();
  for (const file of files) {
    const content = sha256().update(readFileSync(path.join(root, file)));
    hash.update(`${file}\0${content.digest("hex")}\n`);
  }
  return hash.digest("hex");
}

const hashOfFile = (file: string): string | null =>
  existsSync(file) ? sha256().update(readFileSync(file)).digest("hex") : null;
