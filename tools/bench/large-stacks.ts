import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LocalWorkspace, PulumiCommand } from "@pulumi/pulumi/automation";
import { startSandbox } from "../../sandbox/client";
import { ensureEngine } from "../engine";
import { blockSize, largeProgram } from "./large-program";
import { startNoopProvider } from "./noop-provider";

/**
 * Brings up as many stacks as sizes are given, one after the other, in the sandbox or on the engine alone; writes how
 * long all took.
 *
 * Arguments: `sandbox`, `bare`, or `bare-alike` with the sandbox's backend; a folder, the file for the result, sizes.
 */
async function main(): Promise<void> {
  const [mode = "", dir = "", file = "", ...sizes] = process.argv.slice(2);
  const [home, state, cloud] = ["home", "state", "cloud"].map((part) => path.join(dir, part));
  for (const part of [home, state, cloud]) mkdirSync(part ?? "", { recursive: true });
  const { root } = await ensureEngine(() => {});
  const provider = mode === "sandbox" ? await startSandbox({ stateDir: cloud ?? "" }) : await startNoopProvider("aws");
  const options = {
    pulumiCommand: await PulumiCommand.get({ root, skipVersionCheck: true }),
    workDir: dir,
    projectSettings: { name: "large", runtime: "nodejs" as const },
    envVars: {
      PULUMI_HOME: home ?? "",
      // As cli/engine/sandbox-workplace.ts has it: without side files, which a kill can cut off.
      PULUMI_BACKEND_URL: `file://${state}${mode === "bare" ? "" : "?metadata=skip"}`,
      PULUMI_CONFIG_PASSPHRASE: "bench",
      PULUMI_DEBUG_PROVIDERS: provider.attach,
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    },
  };
  let wallMs = 0;
  for (const [index, size] of sizes.entries()) {
    const program = largeProgram(Math.ceil(Number(size) / blockSize), `1111222233${String(index).padStart(2, "0")}`);
    const args = { stackName: `stack-${index}`, projectName: "large", program };
    const stack = await LocalWorkspace.createOrSelectStack(args, options);
    const started = performance.now();
    await stack.up();
    wallMs += performance.now() - started;
  }
  writeFileSync(file, JSON.stringify({ wallMs }));
  await provider.stop();
}

void main();
