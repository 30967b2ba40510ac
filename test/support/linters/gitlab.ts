import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { lock } from "proper-lockfile";
import { cacheRoot } from "../../../tools/install/cache";
import { run } from "../../../tools/install/process";

const pins = path.join(__dirname, "gitlab");

/** A job as gitlab-ci-local lists it. */
export interface ListedJob {
  readonly name: string;
  readonly stage: string;
  readonly when: string;
  readonly needs: readonly string[];
}

/**
 * The jobs of the .gitlab-ci.yml in `folder`, a working tree of Git, with the variables `env` of a pipeline.
 *
 * @throws Error with what is wrong by GitLab's JSON schema, or between jobs. The first call gets gitlab-ci-local.
 */
export async function gitLabJobs(folder: string, env: Readonly<Record<string, string>>): Promise<ListedJob[]> {
  const variables = Object.entries(env).flatMap(([name, value]) => ["--variable", `${name}=${value}`]);
  const script = path.join(await installed(), "node_modules/gitlab-ci-local/src/index.js");
  const args = [script, "--list-csv-all", "--no-color", ...variables];
  const { code, stdout, stderr } = await run(process.execPath, args, { cwd: folder });
  if (code !== 0) throw new Error(`${stdout}\n${stderr}`);
  const lines = stdout.trim().split("\n");
  return lines.slice(lines.findIndex((line) => line.startsWith("name;")) + 1).map((line) => {
    const [name = "", , stage = "", when = "", , needs = ""] = line.split(";");
    return {
      name,
      stage,
      when,
      needs: needs
        .replace(/^\[|\]$/g, "")
        .split(",")
        .filter(Boolean),
    };
  });
}

async function installed(): Promise<string> {
  const wanted = readFileSync(path.join(pins, "package-lock.json"), "utf8");
  const folder = path.join(cacheRoot(), "gitlab-ci-local");
  mkdirSync(folder, { recursive: true });
  const record = path.join(folder, "record.json");
  const release = await lock(folder, { retries: { forever: true, maxTimeout: 1_000 } });
  try {
    if (existsSync(record) && readFileSync(record, "utf8") === wanted) return folder;
    rmSync(path.join(folder, "node_modules"), { recursive: true, force: true });
    cpSync(pins, folder, { recursive: true });
    const { code, stderr } = await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder });
    if (code !== 0) throw new Error(`npm ci of gitlab-ci-local ended with code ${code}\n${stderr}`);
    writeFileSync(record, wanted);
    return folder;
  } finally {
    await release();
  }
}
