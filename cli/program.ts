import { Command, Option } from "commander";
import packageJson from "../package.json";
import { destroy } from "./commands/destroy";
import { doctor } from "./commands/doctor";
import { preview } from "./commands/preview";
import { sandboxExec } from "./commands/sandbox-exec";
import { up } from "./commands/up";
import { askDangers, askDestroy, askUp, requireConsent } from "./confirm";
import { CommandFailure, ExitCode, WrongUse } from "./errors";
import { finish, type ReportOptions } from "./finish";
import { Progress } from "./report/progress";
import { requireOneEnvironment, type Selection, select } from "./selection";
import { withSession } from "./session";

interface StackOptions extends ReportOptions {
  yes?: boolean;
}

const selectorHelp = "environments (dev), layers (network) or stacks (dev-network)";

/** The `foundation` command. Every action ends by setting the exit code; none throws. */
export function program(): Command {
  const root = new Command("foundation")
    .description("Previews and applies the stacks of environments on the Pulumi engine, with policies on.")
    .version(packageJson.version)
    .configureOutput({ outputError: (text, write) => write(text) })
    .exitOverride((error) => process.exit(error.exitCode === 0 ? ExitCode.done : ExitCode.wrongUse));

  stackCommand(root, "preview", "show what would change, with policies; changes nothing").action(
    action(async (selectors: string[], options: StackOptions) => {
      const selection = select(selectors);
      await run(options, selection, async (session, progress) => ({
        stacks: await preview(session, selection, progress),
        gated: false,
      }));
    }),
  );
  stackCommand(root, "up", "preview, ask, and apply in dependency order")
    .option("--yes", "apply without asking")
    .action(
      action(async (selectors: string[], options: StackOptions) => {
        const selection = changing("up", selectors, options);
        const confirm = { changes: askUp(options), dangers: askDangers() };
        await run(options, selection, (session, progress) => up(session, selection, progress, confirm));
      }),
    );
  stackCommand(root, "destroy", "delete everything, in reverse order; nothing while anything is protected")
    .option("--yes", "delete without asking")
    .action(
      action(async (selectors: string[], options: StackOptions) => {
        const selection = changing("destroy", selectors, options);
        await run(options, selection, async (session, progress) => ({
          stacks: await destroy(session, selection, progress, askDestroy(options)),
          gated: false,
        }));
      }),
    );
  root
    .command("doctor")
    .description("tell what this machine has and lacks; changes nothing")
    .addOption(new Option("--json <file>", "write the findings to FILE (- is stdout)"))
    .action(action(doctor));
  root
    .command("sandbox")
    .description("the simulated cloud")
    .command("exec")
    .description("run a command against the sandbox, e.g. foundation sandbox exec -- pulumi up --stack dev-network")
    .argument("<command...>", "command and its arguments, after --")
    .passThroughOptions()
    .action(action(sandboxExec));
  return root;
}

function stackCommand(root: Command, name: string, description: string): Command {
  return root
    .command(name)
    .description(description)
    .argument("[selector...]", selectorHelp)
    .option("--sandbox", "run against the simulated cloud in .sandbox, with no account", false)
    .addOption(new Option("--json <file>", "write the result to FILE (- is stdout)"))
    .option("--verbose", "every finding, information and stack traces", false);
}

/** The selection of a command that changes things: never everything by omission, and one environment on accounts. */
function changing(command: string, selectors: string[], options: StackOptions): Selection {
  if (selectors.length === 0)
    throw new WrongUse(`${command} needs a selector: ${selectorHelp}, e.g. foundation ${command} dev`);
  const selection = select(selectors);
  if (!options.sandbox) requireOneEnvironment(command, selection);
  requireConsent(command, options);
  return selection;
}

type Work = (
  session: Parameters<Parameters<typeof withSession>[3]>[0],
  progress: Progress,
) => Promise<Parameters<typeof finish>[2]>;

async function run(options: StackOptions, selection: Selection, work: Work): Promise<void> {
  const started = performance.now();
  const progress = new Progress(process.stderr, Math.max(...selection.stacks.map(({ name }) => name.length)));
  const outcome = await withSession(options, selection, progress, (session) => work(session, progress));
  process.exitCode = finish(options, performance.now() - started, outcome);
}

/** Turns failures into a message and an exit code. Only a fault of ours shows a stack trace. */
function action<A extends unknown[]>(body: (...args: A) => Promise<void>): (...args: A) => Promise<void> {
  return async (...args) => {
    try {
      await body(...args);
    } catch (error) {
      if (!(error instanceof CommandFailure)) throw error;
      process.stderr.write(`${error.message}\n`);
      process.exitCode = error.exitCode;
    }
  };
}
