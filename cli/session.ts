import { openAccount } from "./engine/account-workplace";
import { EngineCommand } from "./engine/command";
import { openSandbox } from "./engine/sandbox-workplace";
import type { Session } from "./engine/stack-run";
import { CommandFailure, ExitCode } from "./errors";
import type { Progress } from "./report/progress";
import type { Selection } from "./selection";

/** Options that every command on stacks takes. */
export interface CommonOptions {
  sandbox: boolean;
  verbose: boolean;
}

/**
 * Opens the sandbox or the account for `selection`, runs `work`, and closes what was opened, whatever happens.
 *
 * The first Ctrl-C lets the engines finish what is in flight and release their locks; the second ends them at once.
 */
export async function withSession<T>(
  options: CommonOptions,
  selection: Selection,
  progress: Progress,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const workplace = await (options.sandbox ? openSandbox : openAccount)((line) => progress.say(line));
  const command = new EngineCommand(workplace.engine.executable, workplace.engine.version, workplace.env);
  const cancel = new AbortController();
  const onSignal = () => {
    if (cancel.signal.aborted) {
      progress.say("ending at once; the next foundation up finds out what was made");
      command.kill();
      return;
    }
    progress.say("cancelling: letting what is in flight finish (Ctrl-C again ends it at once)");
    cancel.abort();
    command.interrupt();
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  try {
    return await work({
      workplace,
      command,
      cancelled: cancel.signal,
      verbose: options.verbose,
      secretsProvider: (environment) => selection.environments.get(environment)?.secretsProvider,
    });
  } catch (error) {
    if (cancel.signal.aborted) throw new CommandFailure("cancelled", ExitCode.interrupted);
    throw error;
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    await workplace.close();
  }
}
