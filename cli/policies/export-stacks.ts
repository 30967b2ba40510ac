import { openAccount } from "../engine/account-workplace";
import { EngineCommand } from "../engine/command";
import { openSandbox } from "../engine/sandbox-workplace";

/** A state as the engine exports it. */
export interface ExportedState {
  source: string;
  text: string;
}

/** Exports the states of stacks from the backend that is selected, or the sandbox's; any stack that Pulumi finds there. */
export async function exportStacks(
  names: readonly string[],
  sandbox: boolean,
  say: (line: string) => void,
): Promise<ExportedState[]> {
  const workplace = await (sandbox ? openSandbox(say) : openAccount(say));
  try {
    const { executable, version } = workplace.engine;
    const command = new EngineCommand(executable, version, workplace.env);
    return await Promise.all(
      names.map(async (name) => {
        const { stdout } = await command.run(["stack", "export", "--stack", name], workplace.workDir, {});
        return { source: name, text: stdout };
      }),
    );
  } finally {
    await workplace.close();
  }
}
