import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RunResult } from "../../cli/report/result";

export const projectRoot = path.resolve(__dirname, "../..");

/** What a command printed and how it ended. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A command under way. */
export interface Running {
  process: ChildProcess;
  ended: Promise<Ended>;
  /** Resolves once `pattern` was printed on either stream; rejects when the command ends before. */
  printed(pattern: RegExp): Promise<void>;
}

/** The command with a sandbox and environment files of a test's own. */
export class Foundation {
  private readonly dir = mkdtempSync(path.join(tmpdir(), "foundation-"));
  readonly sandbox = path.join(this.dir, "sandbox");
  readonly environments = path.join(this.dir, "environments");

  /** @param root Folder of the project: this repository, or a changed copy of it. */
  constructor(private readonly root = projectRoot) {
    mkdirSync(this.environments);
    cpSync(path.join(root, "stacks/environments"), this.environments, { recursive: true });
  }

  /** Changes one environment file. */
  edit(environment: string, change: (yaml: string) => string): void {
    const file = path.join(this.environments, `${environment}.yaml`);
    const before = readFileSync(file, "utf8");
    const after = change(before);
    if (after === before) throw new Error(`the edit changed nothing in ${environment}.yaml`);
    writeFileSync(file, after);
  }

  /** Starts the command as a person would type it, in a process of its own. */
  start(args: string[], env: Record<string, string> = {}): Running {
    const child = spawn(process.execPath, [path.join(this.root, "bin/foundation.js"), ...args], {
      cwd: this.root,
      env: {
        ...process.env,
        FOUNDATION_SANDBOX: this.sandbox,
        FOUNDATION_ENVIRONMENTS: this.environments,
        NO_COLOR: "1",
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    return running(child);
  }

  run(args: string[], env: Record<string, string> = {}): Promise<Ended> {
    return this.start(args, env).ended;
  }

  /** Runs a command on stacks of the sandbox and reads its JSON result. */
  async result(args: string[], env: Record<string, string> = {}): Promise<Ended & { json: RunResult }> {
    const file = path.join(this.dir, "result.json");
    rmSync(file, { force: true });
    const ended = await this.run([...args, "--sandbox", "--json", file], env);
    try {
      return { ...ended, json: JSON.parse(readFileSync(file, "utf8")) as RunResult };
    } catch (error) {
      throw new Error(`no result of foundation ${args.join(" ")} (${ended.code})\n${ended.stdout}\n${ended.stderr}`, {
        cause: error,
      });
    }
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}

function running(child: ChildProcess): Running {
  let stdout = "";
  let stderr = "";
  const listeners = new Set<() => void>();
  const heard = () => {
    for (const listener of listeners) listener();
  };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    heard();
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    heard();
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  const printed = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!pattern.test(stdout) && !pattern.test(stderr)) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(`ended before it printed ${pattern}:\n${stdout}\n${stderr}`)), reject);
    });
  return { process: child, ended, printed };
}
