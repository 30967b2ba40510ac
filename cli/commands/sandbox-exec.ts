import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import type { KubernetesChoice } from "../../sandbox/kubernetes/choice";
import { EngineCommand } from "../engine/command";
import { openSandbox, packVariables, sandboxDir, stateFile } from "../engine/sandbox-workplace";
import type { Workplace } from "../engine/workplace";
import { CommandFailure } from "../errors";
import { select } from "../selection";

/**
 * Runs any command in the sandbox's project folder and environment, with every stack of the project there and the
 * policy packs set, so that `pulumi up --stack dev-network` does what a person with an account would see.
 */
export async function sandboxExec(command: string[], kubernetes?: KubernetesChoice): Promise<void> {
  const workplace = await openSandbox((line) => process.stderr.write(`${line}\n`), kubernetes);
  try {
    await createStacks(workplace);
    process.exitCode = await execute(command, workplace);
  } finally {
    await workplace.close();
  }
}

async function createStacks({ engine, env, workDir }: Workplace): Promise<void> {
  const engineCommand = new EngineCommand(engine.executable, engine.version, env);
  const missing = select([]).stacks.filter(({ name }) => !existsSync(stateFile(sandboxDir(), name)));
  await Promise.all(missing.map(({ name }) => engineCommand.run(["stack", "init", name, "--no-select"], workDir, {})));
}

/** Runs `command` on our terminal; answers with its exit code, or 128 + the signal that ended it, as shells do. */
function execute([file = "", ...args]: string[], { env, workDir }: Workplace): Promise<number> {
  const child = spawn(file, args, { cwd: workDir, env: { ...env, ...packVariables }, stdio: "inherit" });
  // The terminal sends Ctrl-C to the child too; it decides how to end, and we stay to report and to close the sandbox.
  const ignore = () => {};
  process.on("SIGINT", ignore);
  return new Promise<number>((resolve, reject) => {
    child.on("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "ENOENT" ? new CommandFailure(`${file}: command not found`) : error),
    );
    child.on("close", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  }).finally(() => process.off("SIGINT", ignore));
}
