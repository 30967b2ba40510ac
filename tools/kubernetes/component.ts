import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { lastLines } from "../install/process";

/** How long a process may take to end by itself. */
const patienceMs = 10_000;

/** A process of the control plane, with its log in the data folder. */
export class Component {
  private readonly child: ChildProcess;
  private readonly log: string;
  private failure: Error | undefined;

  /** Starts `executable name args…`; it ends with this process, however that ends. */
  constructor(
    executable: string,
    readonly name: string,
    args: readonly string[],
    folder: string,
  ) {
    this.log = path.join(folder, `${name}.log`);
    const log = fs.openSync(this.log, "w", 0o600);
    this.child = spawn(executable, [name, ...args], {
      cwd: folder,
      // Nothing of the caller's: KUBECONFIG, ETCD_* and proxies would reach the components.
      env: { PATH: process.env.PATH ?? "", HOME: folder, FOUNDATION_DIE_WITH_STDIN: "1" },
      stdio: ["pipe", log, log],
      // Ctrl-C in a terminal reaches the whole group; what the cluster is for ends before it.
      detached: true,
    });
    fs.closeSync(log);
    this.child.on("error", (error) => {
      this.failure = error;
    });
    this.child.stdin?.on("error", () => {});
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get running(): boolean {
    return this.failure === undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Why it ended, or how far it came, with the last lines of its log. */
  complaint(): string {
    if (this.failure) return `${this.name} did not start: ${this.failure.message}`;
    const { exitCode, signalCode } = this.child;
    const state = this.running ? "is not ready" : `ended with ${signalCode ?? `code ${exitCode}`}`;
    return `${this.name} ${state}; the end of ${this.log}:\n${lastLines(fs.readFileSync(this.log, "utf8"))}`;
  }

  /** Asks it to end, and ends it where it does not. */
  async stop(): Promise<void> {
    if (!this.running) return;
    const ended = once(this.child, "exit");
    this.child.kill("SIGTERM");
    const timer = setTimeout(() => this.child.kill("SIGKILL"), patienceMs);
    await ended;
    clearTimeout(timer);
  }
}
