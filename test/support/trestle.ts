import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { lock } from "proper-lockfile";
import { cacheRoot } from "../../tools/install/cache";
import { run } from "../../tools/install/process";

const requirements = path.join(__dirname, "trestle/requirements.txt");
const script = path.join(__dirname, "trestle/validate.py");

/** Whether there is a Python by which compliance-trestle can be had. */
export const hasPython = ((): boolean => {
  try {
    execFileSync("python3", ["-c", "import sys, venv, ensurepip; assert sys.version_info >= (3, 9)"], {
      stdio: "ignore",
    });
    return true;
  } catch {
    return false;
  }
})();

/**
 * What compliance-trestle says against the OSCAL assessment results in `files`; nothing where all are valid. The first call
 * gets it into a folder outside the repository: half a minute.
 */
export async function trestleErrors(files: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(await trestlePython(), [script, ...files]);
  const isValid = code === 0 && stdout.match(/^valid$/gm)?.length === files.length;
  return isValid ? "" : stderr || stdout;
}

async function trestlePython(): Promise<string> {
  const wanted = readFileSync(requirements, "utf8");
  const version = /compliance-trestle==(\S+)/.exec(wanted)?.[1] ?? "";
  const folder = path.join(cacheRoot(), "compliance-trestle", version);
  mkdirSync(folder, { recursive: true });
  const [venv, record] = [path.join(folder, "venv"), path.join(folder, "requirements.txt")];
  const python = path.join(venv, "bin", "python");
  const release = await lock(folder, { retries: { forever: true, maxTimeout: 1_000 } });
  try {
    if (existsSync(record) && readFileSync(record, "utf8") === wanted) return python;
    rmSync(venv, { recursive: true, force: true });
    await succeed("python3", ["-m", "venv", venv]);
    await succeed(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]);
    writeFileSync(record, wanted);
    return python;
  } finally {
    await release();
  }
}

async function succeed(command: string, args: readonly string[]): Promise<void> {
  const { code, stderr } = await run(command, args);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with code ${code}\n${stderr}`);
}
