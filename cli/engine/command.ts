import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import type { PulumiCommand } from "@pulumi/pulumi/automation";
import * as automationCommand from "@pulumi/pulumi/automation/cmd";
import * as automationErrors from "@pulumi/pulumi/automation/errors";
import { SemVer } from "semver";

/** What the Automation API expects of a finished CLI process; marked internal and so absent from its declarations. */
interface CommandResult {
  stdout: string;
  stderr: string;
  code: number;
}
interface Internals {
  CommandResult: new (stdout: string, stderr: string, code: number) => CommandResult;
  createCommandError(result: CommandResult): Error;
}
// The Automation API tells failures apart by these classes, so ours must be the same.
const { CommandResult, createCommandError } = { ...automationCommand, ...automationErrors } as unknown as Internals;

type Listener = (text: string) => void;

/**
 * Runs the Pulumi CLI for the Automation API.
 *
 * The SDK's own runner leaves the CLI in our process group, so a Ctrl-C in a terminal reaches it twice (once from the
 * terminal, once from us), which the engine takes as "stop at once" and leaves a lock. Here each process has a group of
 * its own and gets exactly the signals that {@link EngineCommand.interrupt} and {@link EngineCommand.kill} send. The
 * environment is exactly `env`: nothing of the caller's leaks into the sandbox.
 */
export class EngineCommand implements Pick<PulumiCommand, "command" | "version"> {
  readonly version: SemVer;
  /** What runs, and the stack whose lock it holds. */
  private readonly running = new Map<ChildProcess, string | undefined>();

  constructor(
    readonly command: string,
    version: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {
    this.version = new SemVer(version);
  }

  /** Called by the Automation API; resolves with what the CLI printed, rejects with the SDK's own error classes. */
  run(
    args: string[],
    cwd: string,
    additionalEnv: Record<string, string>,
    onOutput?: Listener,
    onError?: Listener,
  ): Promise<CommandResult> {
    const child = spawn(this.command, [...args, "--non-interactive"], {
      cwd,
      env: { ...this.env, ...additionalEnv, PULUMI_AUTOMATION_API: "true", PATH: this.searchPath(additionalEnv) },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    this.running.set(child, lockedStack(args));
    return new Promise((resolve, reject) => {
      let stdout = "";
      let stderr = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        stdout += text;
        onOutput?.(text);
      });
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        stderr += text;
        onError?.(text);
      });
      child.on("error", reject);
      child.on("close", (code) => {
        this.running.delete(child);
        const result = new CommandResult(stdout, stderr, code ?? -1);
        if (code === 0) resolve(result);
        else reject(createCommandError(result));
      });
    });
  }

  /** Asks every running engine to finish what is in flight, write its state, release its lock and stop. */
  interrupt(): void {
    for (const child of this.running.keys()) child.kill("SIGINT");
  }

  /**
   * Ends every running engine and whatever it started, at once. State stays as last written.
   *
   * @returns the stacks whose locks that leaves behind.
   */
  kill(): string[] {
    for (const { pid } of this.running.keys()) {
      if (pid !== undefined) killGroup(pid);
    }
    return [...this.running.values()].filter((stack) => stack !== undefined);
  }

  private searchPath(additionalEnv: Record<string, string>): string {
    return [path.dirname(this.command), additionalEnv.PATH ?? this.env.PATH ?? ""].join(path.delimiter);
  }
}

const locking = ["up", "destroy", "refresh", "import"];

/** The stack that a CLI command locks while it runs. */
function lockedStack(args: string[]): string | undefined {
  return locking.includes(args[0] ?? "") ? args[args.indexOf("--stack") + 1] : undefined;
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    // The engine may have ended between our look and the signal; anything else is a fault.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
