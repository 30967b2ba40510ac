import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { LocalWorkspace, type Stack } from "@pulumi/pulumi/automation";
import { projectName, type Session } from "./stack-run";

/**
 * Previews `program`, which asks the cloud something, in a stack that exists nowhere but in a temporary folder: the calls
 * go through the same provider and credentials as those of the project's stacks, and none of these is touched.
 */
export async function inScratchStack(session: Session, program: () => Promise<void>): Promise<void> {
  await withScratchStack(session, "lookup", program, (stack) => stack.preview({ color: "never" }));
}

/** Does `work` with such a stack. */
export async function withScratchStack<T>(
  { command }: Session,
  stackName: string,
  program: () => Promise<void>,
  work: (stack: Stack) => Promise<T>,
): Promise<T> {
  const dir = mkdtempSync(path.join(tmpdir(), "foundation-lookup-"));
  try {
    const stack = await LocalWorkspace.createOrSelectStack(
      { stackName, projectName, program },
      {
        workDir: dir,
        pulumiCommand: command,
        projectSettings: { name: projectName, runtime: "nodejs" },
        // What it keeps is gone with the folder; the engine wants a passphrase all the same.
        envVars: { PULUMI_BACKEND_URL: `file://${dir}`, PULUMI_CONFIG_PASSPHRASE: "lookup" },
      },
    );
    return await work(stack);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
