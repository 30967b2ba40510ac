import type { KubernetesChoice } from "../sandbox/kubernetes/choice";
import { openAccount } from "./engine/account-workplace";
import { EngineCommand } from "./engine/command";
import { type PackHost, startPack } from "./engine/pack-host";
import type { Recordings } from "./engine/recordings";
import { openSandbox } from "./engine/sandbox-workplace";
import type { Session } from "./engine/stack-run";
import type { Workplace } from "./engine/workplace";
import { CommandFailure, ExitCode } from "./errors";
import type { Progress } from "./report/progress";
import type { Selection } from "./selection";

/** Options that every command on stacks takes. */
export interface CommonOptions {
  sandbox: boolean;
  verbose: boolean;
  /** Whether the cloud is read before a preview or an up. Default: no. */
  refresh?: boolean;
  /** Of the sandbox. Default: what it has. */
  kubernetes?: KubernetesChoice;
  /** Where the policy pack writes down what it saw. Default: nowhere. */
  recordings?: Recordings;
}

/**
 * Opens the sandbox or the account for `selection`, runs the work that `load` brings, and closes what was opened, whatever happens.
 *
 * The first Ctrl-C lets the engines finish what is in flight and release their locks; the second ends them at once.
 */
export async function withSession<T>(
  options: CommonOptions,
  selection: Selection,
  progress: Progress,
  load: () => (session: Session) => Promise<T>,
): Promise<T> {
  progress.busy(options.sandbox ? "starting the sandbox" : "starting");
  const opening = open(options, progress);
  // Loading what does the work takes a second of this process; sandbox and policy pack start meanwhile in theirs.
  const work = load();
  const { workplace, packs } = await opening;
  const { executable, version } = workplace.engine;
  const command = new EngineCommand(executable, version, packs.added(workplace.env));
  const cancel = new AbortController();
  const killed = new Set<string>();
  const onSignal = () => {
    if (cancel.signal.aborted) {
      progress.say("ending at once; the next foundation up finds out what was made");
      for (const stack of command.kill()) killed.add(stack);
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
      policyPacks: packs.policyPacks,
      cancelled: cancel.signal,
      verbose: options.verbose,
      refresh: options.refresh ?? false,
      predictions: new Map(),
      secretsProvider: (environment) => selection.environments.get(environment)?.secretsProvider,
    });
  } catch (error) {
    if (cancel.signal.aborted) throw new CommandFailure("cancelled", ExitCode.interrupted);
    throw error;
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    // Their engines are gone and can no longer do this themselves.
    for (const stack of killed) await command.run(["cancel", "--yes", "--stack", stack], workplace.workDir, {});
    packs.stop();
    await workplace.close();
  }
}

/** Starts the pack and the workplace side by side; where one fails, the other is closed again. */
async function open(
  { sandbox, kubernetes, recordings }: CommonOptions,
  progress: Progress,
): Promise<{ workplace: Workplace; packs: PackHost }> {
  const say = (line: string) => progress.say(line);
  const [packs, workplace] = await Promise.allSettled([
    startPack(recordings),
    sandbox ? openSandbox(say, kubernetes) : openAccount(say),
  ]);
  if (workplace.status === "fulfilled" && packs.status === "fulfilled") {
    return { workplace: workplace.value, packs: packs.value };
  }
  if (workplace.status === "fulfilled") await workplace.value.close();
  if (packs.status === "fulfilled") packs.value.stop();
  throw workplace.status === "rejected" ? workplace.reason : (packs as PromiseRejectedResult).reason;
}
