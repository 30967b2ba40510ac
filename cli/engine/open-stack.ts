import { existsSync } from "node:fs";
import { LocalWorkspace, Stack, StackNotFoundError } from "@pulumi/pulumi/automation";
import type { StackRef } from "../selection";
import { runProgram } from "./program";
import { sandboxDir, stateFile } from "./sandbox-workplace";
import type { Session } from "./stack-run";

/** The stack of `ref`, created where it does not exist yet, with its layer as the program. */
export async function openStack(session: Session, ref: StackRef): Promise<Stack> {
  return Stack.createOrSelect(ref.name, await workspaceOf(session, ref));
}

/** The stack of `ref`; undefined where nothing was ever made of it. */
export async function openExistingStack(session: Session, ref: StackRef): Promise<Stack | undefined> {
  if (session.workplace.sandbox && !existsSync(stateFile(sandboxDir(), ref.name))) return undefined;
  try {
    return await Stack.select(ref.name, await workspaceOf(session, ref));
  } catch (error) {
    if (error instanceof StackNotFoundError) return undefined;
    throw error;
  }
}

async function workspaceOf(session: Session, ref: StackRef): Promise<LocalWorkspace> {
  const { workplace, command } = session;
  const workspace = await LocalWorkspace.create({
    workDir: workplace.workDir,
    pulumiCommand: command,
    program: () => runProgram(ref.name, session.predictions),
  });
  const inWorkDir = (args: string[]) => command.run(args, workplace.workDir, {});
  if (workplace.sandbox && existsSync(stateFile(sandboxDir(), ref.name))) {
    // Known to exist; asking the CLI costs 0.4 s a stack.
    workspace.selectStack = async () => {};
  } else {
    // Asks for the stack without selecting it, as the SDK would: which stack is selected is the person's own choice.
    workspace.selectStack = async (name) => void (await inWorkDir(["stack", "--stack", name]));
    const provider = workplace.sandbox ? undefined : session.secretsProvider(ref.environment);
    const secrets = provider === undefined ? [] : ["--secrets-provider", provider];
    workspace.createStack = async (name) => void (await inWorkDir(["stack", "init", name, "--no-select", ...secrets]));
  }
  return workspace;
}
