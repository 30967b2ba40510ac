import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { cacheRoot } from "../../../tools/install/cache";
import { goBuild } from "../../../tools/install/go-build";
import { executableOf, install, type Program } from "../../../tools/install/install";
import { lastLines, run } from "../../../tools/install/process";
import { pythonCommands } from "./venv";

const moduleFolder = path.join(__dirname, "actionlint");
const requirements = path.join(__dirname, "zizmor.txt");
const version = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? "";

/** What actionlint says against the workflows; nothing where all is well. The first call builds it: half a minute. */
export async function actionlintFindings(files: readonly string[]): Promise<string> {
  const executable = await ensureActionlint();
  // Not with what else may be installed here, so that it says the same on every machine.
  const { stdout, stderr } = await run(executable, ["-no-color", "-shellcheck=", "-pyflakes=", ...files]);
  return stdout || stderr;
}

/**
 * What cfn-lint says against templates of CloudFormation; nothing where all is well. It knows every action of IAM, so one that
 * does not exist, and so denies nothing, is found.
 */
export async function cfnLintFindings(files: readonly string[]): Promise<string> {
  const pins = path.join(__dirname, "cfn-lint.txt");
  const pinned = version(readFileSync(pins, "utf8"), /cfn-lint==(\S+)/);
  const bin = await pythonCommands(path.join(cacheRoot(), "cfn-lint", pinned), pins);
  const { stdout, stderr } = await run(path.join(bin, "cfn-lint"), ["--format", "parseable", ...files]);
  // A wrong action comes with the list of all right ones.
  return (stdout || stderr).replace(/ is not one of .*$/gm, " does not exist");
}

async function ensureActionlint(): Promise<string> {
  const pins = ["go.mod", "go.sum"].map((file) => readFileSync(path.join(moduleFolder, file), "utf8")).join("\n");
  const hash = createHash("sha256").update(pins).digest("hex").slice(0, 12);
  const wanted = version(pins, /rhysd\/actionlint v(\S+)/);
  const program: Program = {
    name: "actionlint",
    version: wanted,
    folder: path.join(cacheRoot(), "actionlint", `${wanted}-${hash}`),
    executable: "actionlint",
    recordFile: "actionlint.json",
    versionOf: async (executable) => {
      const { code, stdout, stderr } = await run(executable, ["-version"]);
      if (code !== 0) throw new Error(lastLines(stderr || stdout));
      return version(stdout, /^v(\S+)/);
    },
    advice: "Install Go 1.25 or newer (https://go.dev/dl/) and let it reach a Go module proxy (go env GOPROXY).",
  };
  const build = goBuild({
    announcement: `building actionlint ${wanted} from its Go module`,
    ...{ moduleFolder, flags: ["-ldflags", `-s -w -X github.com/rhysd/actionlint.version=v${wanted}`] },
    ...{ target: "github.com/rhysd/actionlint/cmd/actionlint", executable: "actionlint" },
  });
  await install(program, [build], () => {});
  return executableOf(program);
}

/** What zizmor says against the workflows in `folder`; nothing where all is well. It asks nobody outside this machine. */
export async function zizmorFindings(folder: string): Promise<string> {
  const pinned = version(readFileSync(requirements, "utf8"), /zizmor==(\S+)/);
  const bin = await pythonCommands(path.join(cacheRoot(), "zizmor", pinned), requirements);
  const args = ["--offline", "--no-progress", "--no-config", "--quiet", "--format", "json", folder];
  const { stdout, stderr } = await run(path.join(bin, "zizmor"), args);
  const findings: unknown = JSON.parse(stdout || "null");
  if (!Array.isArray(findings)) throw new Error(`zizmor did not answer: ${stderr}`);
  return findings.map(({ ident, desc }) => `${ident}: ${desc}`).join("\n");
}
