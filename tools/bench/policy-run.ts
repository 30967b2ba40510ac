import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LocalWorkspace, PulumiCommand } from "@pulumi/pulumi/automation";
import { ensureEngine } from "../engine";
import { largeProgram } from "./large-program";
import { startNoopProvider } from "./noop-provider";

/**
 * Previews a large program on the engine alone, with policy packs; writes how long it took and what it found.
 *
 * Arguments: a folder, the file for the result, the number of blocks, folders of packs.
 */
async function main(): Promise<void> {
  const [dir = "", file = "", blocks = "", ...policyPacks] = process.argv.slice(2);
  const [home, state] = [path.join(dir, "home"), path.join(dir, "state")];
  for (const part of [home, state]) mkdirSync(part, { recursive: true });
  const engine = await ensureEngine(() => {});
  const provider = await startNoopProvider("aws");
  const args = { stackName: "bench", projectName: "bench", program: largeProgram(Number(blocks), "111122223333") };
  const stack = await LocalWorkspace.createOrSelectStack(args, {
    pulumiCommand: await PulumiCommand.get({ root: engine.root, skipVersionCheck: true }),
    workDir: dir,
    projectSettings: { name: "bench", runtime: "nodejs" },
    envVars: {
      PATH: [path.dirname(engine.executable), engine.languageHostPath, process.env.PATH].join(path.delimiter),
      PULUMI_HOME: home,
      PULUMI_BACKEND_URL: `file://${state}`,
      PULUMI_CONFIG_PASSPHRASE: "bench",
      PULUMI_DEBUG_PROVIDERS: provider.attach,
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    },
  });
  const started = performance.now();
  let findings = 0;
  let resources = 0;
  // All stop nothing here, so that every resource is judged in each run.
  await stack
    .preview({
      policyPacks,
      onEvent(event) {
        if (event.policyEvent) findings++;
        if (event.resourcePreEvent) resources++;
      },
    })
    .catch((error: Error) => {
      if (findings === 0) throw error;
    });
  writeFileSync(file, JSON.stringify({ wallMs: performance.now() - started, findings, resources }));
  provider.stop();
}

void main();
