import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { lastLines, type RunOptions, run } from "../../tools/install/process";
import { CommandFailure } from "../errors";
import { projectRoot } from "../root";

/** The project as it is at a commit, in a folder of its own. */
export class BaseProject {
  private constructor(
    readonly root: string,
    readonly commit: string,
  ) {}

  /** Does `work` with the project of `commit`, which is gone afterwards. */
  static async with<T>(
    commit: string,
    say: (line: string) => void,
    work: (base: BaseProject) => Promise<T>,
  ): Promise<T> {
    const root = mkdtempSync(path.join(tmpdir(), "foundation-base-"));
    try {
      const base = new BaseProject(root, commit);
      await base.unpack(say);
      return await work(base);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }

  environments(): string[] {
    const files = readdirSync(path.join(this.root, "stacks/environments"));
    return files.filter((file) => file.endsWith(".yaml")).map((file) => path.basename(file, ".yaml"));
  }

  has(environment: string): boolean {
    return this.environments().includes(environment);
  }

  /**
   * Runs its own `foundation`, with its own environments and policies.
   *
   * @throws CommandFailure with what it said where it ends with a code that is not in `expected`.
   */
  async foundation(args: readonly string[], env: NodeJS.ProcessEnv, expected: readonly number[]): Promise<void> {
    const {
      FOUNDATION_ENVIRONMENTS: _,
      FOUNDATION_EXCEPTIONS: __,
      FOUNDATION_STANDARD: ___,
      ...inherited
    } = process.env;
    const command = path.join(this.root, "bin/foundation.js");
    const { code, stdout, stderr } = await this.run(process.execPath, [command, ...args], {
      env: { ...inherited, ...env },
    });
    if (code !== null && expected.includes(code)) return;
    const said = lastLines(`${stdout}\n${stderr}`, 20);
    throw new CommandFailure(
      `foundation ${args.join(" ")} of ${this.commit.slice(0, 12)} ended with ${code}:\n${said}`,
    );
  }

  private run(command: string, args: readonly string[], options: RunOptions = {}) {
    return run(command, args, { cwd: this.root, ...options });
  }

  private async unpack(say: (line: string) => void): Promise<void> {
    const archive = path.join(this.root, "base.tar");
    const packed = await run("git", ["archive", "--output", archive, this.commit], { cwd: projectRoot });
    const unpacked = packed.code === 0 ? await this.run("tar", ["-xf", archive]) : packed;
    if (unpacked.code !== 0)
      throw new CommandFailure(`${this.commit} cannot be unpacked: ${lastLines(unpacked.stderr)}`);
    rmSync(archive);
    await this.install(say);
  }

  /** What it needs is what we have, as long as the lock file is the same. */
  private async install(say: (line: string) => void): Promise<void> {
    const lockOf = (root: string) => readFileSync(path.join(root, "package-lock.json"), "utf8");
    const own = path.join(projectRoot, "node_modules");
    if (lockOf(this.root) === lockOf(projectRoot)) return symlinkSync(own, path.join(this.root, "node_modules"));
    say("the base has other dependencies: installing them");
    const { code, stderr } = await this.run("npm", ["ci", "--no-audit", "--no-fund", "--prefer-offline"]);
    if (code !== 0) throw new CommandFailure(`the dependencies of the base cannot be installed: ${lastLines(stderr)}`);
  }
}

/** Sandboxes of bases that are kept: a base is applied once, however often a branch is compared with it. */
const kept = 3;

/**
 * The sandbox in which `environments` of the base are applied.
 *
 * @returns Its folder.
 */
export async function sandboxOfBase(
  base: BaseProject,
  environments: readonly string[],
  folder: string,
  say: (line: string) => void,
): Promise<string> {
  const dir = path.join(folder, base.commit.slice(0, 12));
  const missing = environments.filter((one) => base.has(one) && !existsSync(marker(dir, one)));
  if (missing.length > 0) {
    say(`applying ${missing.join(", ")} of the base ${base.commit.slice(0, 12)} in a sandbox of its own`);
    // What was broken off half-way is no base; it begins anew.
    if (environments.every((one) => !existsSync(marker(dir, one)))) rmSync(dir, { recursive: true, force: true });
    mkdirSync(dir, { recursive: true });
    const env = { FOUNDATION_SANDBOX: dir };
    await base.foundation(["up", ...missing, "--sandbox", "--yes"], env, [0]);
    for (const one of missing) writeFileSync(marker(dir, one), "");
  }
  forgetOthers(folder, dir);
  return dir;
}

const marker = (dir: string, environment: string): string => path.join(dir, `applied-${environment}`);

function forgetOthers(folder: string, dir: string): void {
  const others = readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((one) => one !== dir)
    .sort((a, b) => lstatSync(b).mtimeMs - lstatSync(a).mtimeMs);
  for (const one of others.slice(kept - 1)) rmSync(one, { recursive: true, force: true });
}
