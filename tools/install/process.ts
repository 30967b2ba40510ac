import { spawn } from "node:child_process";
import os from "node:os";

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Milliseconds after which the process is ended. Default: no limit. */
  timeoutMs?: number;
  /** Scheduling priority as `os.setPriority` takes it. Default: ours. */
  priority?: number;
  /** Called with each piece of standard error as it arrives. */
  onStderr?: (text: string) => void;
}

export interface RunResult {
  /** Exit code; null where a signal ended the process. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs a program to its end.
 *
 * @throws Error where it cannot be started or takes longer than `timeoutMs`.
 */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const { cwd, env, timeoutMs, priority, onStderr } = options;
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  if (priority !== undefined && child.pid !== undefined) os.setPriority(child.pid, priority);
  return new Promise((resolve, reject) => {
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      onStderr?.(text);
    });
    const timer = timeoutMs === undefined ? undefined : setTimeout(giveUp, timeoutMs);
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });

    function giveUp(): void {
      child.kill("SIGTERM");
      // A grandchild may hold the pipes open for longer; nobody reads them any more.
      child.stdout.destroy();
      child.stderr.destroy();
      reject(new Error(`took longer than ${(timeoutMs ?? 0) / 1000} s\n${lastLines(stderr || stdout)}`));
    }
  });
}

/** The end of what a program printed, which is where it says why it failed. */
export function lastLines(text: string, count = 8): string {
  return text.trim().split("\n").slice(-count).join("\n");
}
