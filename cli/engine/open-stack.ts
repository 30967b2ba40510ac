import { existsSync } from "node:fs";
import { LocalWorkspace, Stack } from "@pulumi/pulumi/automation";
import type { StackRef } from "../selection";
import { runProgram } from "./program";
import { sandboxDir, stateFile } from "./sandbox-workplace";
import type { Session } from "./stack-run";

/** The stack of `ref`, created where it does not exist yet, with its layer as the program. */
export async function openStack(session: Session, ref: StackRef): Promise<Stack> {
  const { workplace, command } = session;
  const workspace = await LocalWorkspace.create({
    workDir: workplace.workDir,
    pulumiCommand: command,
    program: () => runProgram(ref.name),
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
  return Stack.createOrSelect(ref.name, workspace);
}
