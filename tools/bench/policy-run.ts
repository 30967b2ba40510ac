import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type EngineEvent, LocalWorkspace, PulumiCommand } from "@pulumi/pulumi/automation";
import { ensureEngine } from "../engine";
import { largeProgram } from "./large-program";
import { startNoopProvider } from "./noop-provider";

/**
 * Previews a large program on the engine alone, with policy packs; writes how long it took and what it found.
 *
 * Arguments: a folder, the file for the result, the number of blocks, folders of packs. `BENCH_EVENTS` names a file for the
 * engine's events.
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
  let failures = 0;
  const events: EngineEvent[] = [];
  // All stop nothing here, so that every resource is judged in each run.
  await stack
    .preview({
      policyPacks,
      onEvent(event) {
        events.push(event);
        if (event.policyEvent) findings++;
        if (event.resourcePreEvent) resources++;
        // What a policy found has no resource here: that stops nothing.
        if (event.resOpFailedEvent || (event.diagnosticEvent?.severity === "error" && event.diagnosticEvent.urn))
          failures++;
      },
    })
    .catch((error: Error) => {
      if (findings === 0 || failures > 0) throw error;
    });
  const wallMs = performance.now() - started;
  const { BENCH_EVENTS } = process.env;
  if (BENCH_EVENTS) writeFileSync(BENCH_EVENTS, JSON.stringify(events));
  writeFileSync(file, JSON.stringify({ wallMs, findings, resources }));
  provider.stop();
}

void main();
