import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { LocalWorkspace, PulumiCommand } from "@pulumi/pulumi/automation";
import { ensureEngine } from "../engine";
import { startNoopProvider } from "./noop-provider";

/** Previews one stack per argument, each of that many resources that do nothing, on the engine alone. */
async function main(): Promise<void> {
  const counts = process.argv.slice(2).map(Number);
  const dir = mkdtempSync(path.join(tmpdir(), "foundation-bare-"));
  const [home, state] = [path.join(dir, "home"), path.join(dir, "state")];
  for (const part of [home, state]) mkdirSync(part);
  const [{ root }, provider] = await Promise.all([ensureEngine(() => {}), startNoopProvider()]);
  const pulumiCommand = await PulumiCommand.get({ root, skipVersionCheck: true });
  const envVars = {
    PULUMI_HOME: home,
    PULUMI_BACKEND_URL: `file://${state}`,
    PULUMI_CONFIG_PASSPHRASE: "bench",
    PULUMI_DEBUG_PROVIDERS: provider.attach,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  };
  for (const [index, count] of counts.entries()) {
    const program = async () => {
      for (let i = 0; i < count; i++) new Noop(`resource-${i}`);
    };
    const args = { stackName: `bare-${index}`, projectName: "bare", program };
    const stack = await LocalWorkspace.createOrSelectStack(args, {
      pulumiCommand,
      envVars,
      workDir: dir,
      projectSettings: { name: "bare", runtime: "nodejs" },
    });
    await stack.preview();
  }
  provider.stop();
  rmSync(dir, { recursive: true, force: true });
}

class Noop extends pulumi.CustomResource {
  constructor(name: string) {
    super("noop:index:Noop", name, { name });
  }
}

void main();
