import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { LocalWorkspace } from "@pulumi/pulumi/automation";
import { projectName, type Session } from "./stack-run";

/**
 * Previews `program`, which asks the cloud something, in a stack that exists nowhere but in a temporary folder: the calls
 * go through the same provider and credentials as those of the project's stacks, and none of these is touched.
 */
export async function inScratchStack({ command }: Session, program: () => Promise<void>): Promise<void> {
  const dir = mkdtempSync(path.join(tmpdir(), "foundation-lookup-"));
  try {
    const stack = await LocalWorkspace.createOrSelectStack(
      { stackName: "lookup", projectName, program },
      {
        workDir: dir,
        pulumiCommand: command,
        projectSettings: { name: projectName, runtime: "nodejs" },
        // It keeps no secrets; the engine wants a passphrase all the same.
        envVars: { PULUMI_BACKEND_URL: `file://${dir}`, PULUMI_CONFIG_PASSPHRASE: "lookup" },
      },
    );
    await stack.preview({ color: "never" });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
