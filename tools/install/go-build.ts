import { mkdir } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Way } from "./install";
import { lastLines, run } from "./process";

/** A command that is compiled from a Go module of ours, whose go.mod and go.sum pin everything. */
export interface GoCommand {
  /** What is reported when the build starts: what is built and how long it takes. */
  announcement: string;
  /** Folder with the go.mod and go.sum. */
  moduleFolder: string;
  /** Flags of `go build` beyond those that every build has. */
  flags: readonly string[];
  /** The package to build, as `go build` takes it. */
  target: string;
  /** File name of the executable. */
  executable: string;
  /** What else goes into the folder of the executable. */
  finish?: (bin: string) => Promise<void>;
}

/** Builds the command with the `go` on PATH; other work on the machine goes first. */
export function goBuild({ announcement, moduleFolder, flags, target, executable, finish }: GoCommand): Way {
  return {
    source: "built",
    name: "build from the Go module",
    announcement,
    check: async () => {
      const options = { cwd: moduleFolder, env: goEnvironment() };
      const { code, stdout, stderr } = await run("go", ["list", "-m"], options).catch(
        (error: NodeJS.ErrnoException) => {
          throw error.code === "ENOENT" ? new Error("there is no go on PATH") : error;
        },
      );
      // A go that is too old says so here, and which version go.mod needs; with GOTOOLCHAIN=auto it gets that itself.
      if (code !== 0) throw new Error(lastLines(stderr || stdout));
    },
    run: async (folder, status) => {
      const bin = path.join(folder, "bin");
      await mkdir(bin, { recursive: true });
      const output = path.join(bin, executable);
      const args = ["build", "-mod=readonly", "-trimpath", "-v", ...flags, "-o", output, target];
      const progress = new GoProgress(status);
      const result = await run("go", args, {
        cwd: moduleFolder,
        env: goEnvironment(),
        priority: os.constants.priority.PRIORITY_BELOW_NORMAL,
        onStderr: (text) => progress.add(text),
      });
      if (result.code !== 0) {
        throw new Error(
          `go build ended with ${result.code === null ? "a signal" : `code ${result.code}`}\n${lastLines(result.stderr)}`,
        );
      }
      await finish?.(bin);
    },
  };
}

/** The user's own Go settings; no C compiler is needed, and a go.work above the repository does not matter. */
function goEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, CGO_ENABLED: "0", GOWORK: "off" };
}

/** Counts what `go build -v` prints: a line for each module it fetches, then one for each package it compiles. */
class GoProgress {
  private modules = 0;
  private packages = 0;
  private rest = "";

  constructor(private readonly status: (text: string) => void) {}

  add(text: string): void {
    const lines = (this.rest + text).split("\n");
    this.rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line.startsWith("go: downloading ")) this.modules++;
      else this.packages++;
    }
    const compiled = this.packages > 0 ? `${this.packages} packages compiled` : "";
    const fetched = this.modules > 0 ? `${this.modules} modules fetched` : "";
    this.status([fetched, compiled].filter(Boolean).join(", "));
  }
}
