import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const repository = path.resolve(__dirname, "../..");

export interface Finished {
  code: number | null;
  /** Standard output and standard error, as they came. */
  output: string;
}

/**
 * A folder of files with this repository's node_modules, a backend and a Pulumi home of its own, where the real CLI runs.
 *
 * It stands outside node_modules, because ts-node loads nothing below a folder of that name.
 */
export class PulumiProject {
  readonly root = mkdtempSync(path.join(os.tmpdir(), "foundation-project-"));

  constructor(
    private readonly executable: string,
    private readonly searchPath: string[],
    files: Record<string, string>,
  ) {
    symlinkSync(path.join(repository, "node_modules"), path.join(this.root, "node_modules"));
    for (const folder of ["home", "state"]) mkdirSync(path.join(this.root, folder));
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string): void {
    const file = path.join(this.root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  /** Starts `pulumi` in `project/`. */
  start(...args: string[]): ChildProcess {
    return spawn(this.executable, [...args, "--non-interactive", "--color", "never"], {
      cwd: path.join(this.root, "project"),
      env: {
        HOME: this.root,
        PATH: [...this.searchPath, path.dirname(process.execPath), "/usr/bin", "/bin"].join(path.delimiter),
        PULUMI_HOME: path.join(this.root, "home"),
        PULUMI_BACKEND_URL: `file://${path.join(this.root, "state")}`,
        PULUMI_CONFIG_PASSPHRASE: "test",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  /** Runs `pulumi` to its end. */
  async pulumi(...args: string[]): Promise<Finished> {
    return finished(this.start(...args));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** What a process printed and how it ended. */
export function finished(child: ChildProcess): Promise<Finished> {
  let output = "";
  const add = (bytes: Buffer) => {
    output += bytes;
  };
  child.stdout?.on("data", add);
  child.stderr?.on("data", add);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}
