import { copyFile, mkdir } from "node:fs/promises";
import path from "node:path";
import { engineVersion } from "./cache";
import type { Way } from "./install";
import { lastLines, run } from "./process";

/** Folder with the go.mod and go.sum that pin the CLI and everything it needs. */
const moduleFolder = path.join(__dirname, "cli");
const versionVariable = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/** The CLI alone, compiled from its public Go module; the language host is ours then. */
export const goBuild: Way = {
  source: "built",
  name: "build from the Go module",
  announcement: `building Pulumi CLI ${engineVersion} from its Go module (about 4 minutes on two cores, once)`,
  check: async () => {
    const { code, stdout, stderr } = await run("go", ["list", "-m"], { cwd: moduleFolder, env: goEnvironment() }).catch(
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
    const args = [
      "build",
      "-mod=readonly",
      "-trimpath",
      "-v",
      "-ldflags",
      `-s -w -X ${versionVariable}=v${engineVersion}`,
      "-o",
      path.join(bin, "pulumi"),
      "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    ];
    const progress = new GoProgress(status);
    const result = await run("go", args, {
      cwd: moduleFolder,
      env: goEnvironment(),
      onStderr: (text) => progress.add(text),
    });
    if (result.code !== 0) {
      throw new Error(
        `go build ended with ${result.code === null ? "a signal" : `code ${result.code}`}\n${lastLines(result.stderr)}`,
      );
    }
    await copyFile(path.join(moduleFolder, "pulumi-language-nodejs"), path.join(bin, "pulumi-language-nodejs"));
  },
};

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
