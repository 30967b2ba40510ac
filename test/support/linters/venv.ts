import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { lock } from "proper-lockfile";
import { run } from "../../../tools/install/process";

/** Whether there is a Python that can make a virtual environment. */
export const hasPython = ((): boolean => {
  try {
    const check = "import sys, venv, ensurepip; assert sys.version_info >= (3, 9)";
    execFileSync("python3", ["-c", check], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

/** The folder of the commands that the file `requirements` pins; the first call gets them into `folder`, outside the repository. */
export async function pythonCommands(folder: string, requirements: string): Promise<string> {
  const wanted = readFileSync(requirements, "utf8");
  mkdirSync(folder, { recursive: true });
  const [venv, record] = [path.join(folder, "venv"), path.join(folder, "requirements.txt")];
  const bin = path.join(venv, "bin");
  const release = await lock(folder, { retries: { forever: true, maxTimeout: 1_000 } });
  try {
    if (existsSync(record) && readFileSync(record, "utf8") === wanted) return bin;
    rmSync(venv, { recursive: true, force: true });
    await succeed("python3", ["-m", "venv", venv]);
    const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements];
    await succeed(path.join(bin, "python"), install);
    writeFileSync(record, wanted);
    return bin;
  } finally {
    await release();
  }
}

async function succeed(command: string, args: readonly string[]): Promise<void> {
  const { code, stderr } = await run(command, args);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with code ${code}\n${stderr}`);
}
