import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { LocalWorkspace, Stack } from "@pulumi/pulumi/automation";
import type { PredictedOutputs } from "../../stacks/contract";
import { upstreamOf } from "../../stacks/layers";
import { type StackRef, select } from "../selection";
import { openExistingStack } from "./open-stack";
import { runProgram } from "./program";
import { writeProject } from "./sandbox-workplace";
import { type OpenStack, openStacks } from "./sequence";
import type { Session } from "./stack-run";

/**
 * Does `work` with the stacks of `refs`, open for a preview. One that nothing was ever made of gets a backend of its own,
 * gone afterwards: a preview changes nothing then either, and a role that may only read is enough for it.
 */
export async function withStacksToPreview<T>(
  session: Session,
  refs: StackRef[],
  work: (stacks: OpenStack[]) => Promise<T>,
): Promise<T> {
  // The sandbox's backend is ours alone.
  if (session.workplace.sandbox) return work(await openStacks(session, refs));
  const folder = mkdtempSync(path.join(tmpdir(), "foundation-unmade-"));
  try {
    const open = async (ref: StackRef): Promise<OpenStack> => {
      const stack = await openExistingStack(session, ref);
      return stack === undefined ? openUnmade(session, ref, path.join(folder, ref.name)) : { ref, stack };
    };
    return await work(await Promise.all(refs.map(open)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openUnmade(session: Session, ref: StackRef, folder: string): Promise<OpenStack> {
  const { command } = session;
  const state = path.join(folder, "state");
  mkdirSync(state, { recursive: true });
  writeProject(folder);
  // What it keeps is gone with the folder; the engine wants a passphrase all the same.
  const env = { PULUMI_BACKEND_URL: `file://${state}`, PULUMI_CONFIG_PASSPHRASE: "preview" };
  const recorded = await recordedUpstream(session, ref);
  const workspace = await LocalWorkspace.create({
    workDir: folder,
    pulumiCommand: command,
    envVars: env,
    program: () => runProgram(ref.name, new Map([...recorded, ...session.predictions])),
  });
  const inFolder = (args: string[]) => command.run(args, folder, env);
  workspace.createStack = async (name) => void (await inFolder(["stack", "init", name, "--no-select"]));
  workspace.selectStack = async () => {};
  return { ref, stack: await Stack.create(ref.name, workspace), unmade: true };
}

/** What the stacks that it reads from publish: its own backend has nothing of them. */
async function recordedUpstream(session: Session, ref: StackRef): Promise<Map<string, PredictedOutputs>> {
  const recorded = new Map<string, PredictedOutputs>();
  for (const upstream of upstreamOf(ref.name).flatMap((name) => select([name]).stacks)) {
    const stack = await openExistingStack(session, upstream);
    const outputs = Object.entries((await stack?.outputs()) ?? {});
    if (outputs.length === 0) continue;
    recorded.set(upstream.name, {
      ...{ applied: true, recorded: true },
      outputs: Object.fromEntries(outputs.map(([name, { value }]) => [name, value])),
      secretOutputNames: outputs.flatMap(([name, { secret }]) => (secret ? [name] : [])),
    });
  }
  return recorded;
}
