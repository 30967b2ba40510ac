import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

/** Time that a process has to end by itself once it is told to. */
const graceMs = 5_000;

/** The Node.js processes that the host has started and that still run. */
export class Children {
  private readonly running = new Set<ChildProcess>();

  /** Starts the Node.js that runs the host itself, with `args`. */
  node(args: readonly string[], options: SpawnOptions): ChildProcess {
    const child = spawn(process.execPath, args, options);
    this.running.add(child);
    child.once("exit", () => this.running.delete(child));
    child.once("error", () => this.running.delete(child));
    return child;
  }

  /** Tells `child` to end, makes it end after a grace period, and waits for that. */
  async stop(child: ChildProcess): Promise<void> {
    if (!this.running.has(child)) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), graceMs);
    await ended;
    clearTimeout(timer);
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.running].map((child) => this.stop(child)));
  }
}
