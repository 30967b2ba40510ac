import { Command, Option } from "commander";
import packageJson from "../package.json";
import { InstallError } from "../tools/install/error";
import {
  runDestroy,
  runDoctor,
  runDrift,
  runEvidence,
  runPolicies,
  runPoliciesCheck,
  runPreview,
  runReport,
  runReview,
  runSandboxBreak,
  runSandboxDrift,
  runSandboxExec,
  runSandboxReset,
  runSandboxShow,
  runUp,
} from "./actions";
import { CommandFailure, ExitCode } from "./errors";
import { pipelineCommands } from "./pipeline";
import { pricesCommands } from "./prices";
import { selectorHelp } from "./selection";

/** The `foundation` command. Every action ends by setting the exit code. */
export function program(): Command {
  const root = new Command("foundation")
    .description("Previews and applies the stacks of environments on the Pulumi engine, with policies on.")
    .version(packageJson.version)
    .enablePositionalOptions()
    .exitOverride((error) => process.exit(error.exitCode === 0 ? ExitCode.done : ExitCode.wrongUse));

  reportOptions(stackCommand(root, "preview", "show what would change, with policies; changes nothing"))
    .option("--refresh", "read the cloud first, as up --refresh does", false)
    .action(action(runPreview));
  reportOptions(
    stackCommand(root, "review", "show what this working tree changes against a base; changes nothing in any account"),
  )
    .requiredOption("--base <ref>", "compare with where HEAD left REF, e.g. origin/main")
    .action(action(runReview));
  stackCommand(root, "up", "preview, ask, and apply in dependency order")
    .option("--yes", "apply without asking")
    .option("--reviewed <file>", "apply only what the review in FILE shows, made by preview --review")
    .option("--refresh", "read the cloud first, so that what changed behind the program's back is undone", false)
    .action(action(runUp));
  stackCommand(root, "drift", "show what changed in the cloud behind the program's back; changes nothing")
    .option("--accept", "make the states record what is found, after asking; the cloud stays as it is")
    .option("--yes", "accept without asking")
    .action(action(runDrift));
  stackCommand(root, "destroy", "delete everything, in reverse order; nothing while anything is protected")
    .option("--yes", "delete without asking")
    .action(action(runDestroy));
  stackCommand(
    root,
    "evidence",
    "preview, and write what each policy found by control of CIS, SOC 2, ISO 27001, NIST and PCI",
  )
    .option("--out <folder>", "where the evidence is written", "evidence")
    .action(action(runEvidence));
  reportCommand(root).action(action(runReport));
  root
    .command("doctor")
    .description("tell what this machine has and lacks; changes nothing")
    .addOption(jsonOption())
    .action(action(runDoctor));
  policiesCommands(root);
  sandboxCommands(root);
  pipelineCommands(root, action);
  pricesCommands(root, action);
  return root;
}

function policiesCommands(root: Command): void {
  const repeated = (value: string, before: string[] = []) => [...before, value];
  const policies = root
    .command("policies")
    .description("list the rules as they are in force in each environment, and what is accepted; changes nothing")
    .enablePositionalOptions()
    .option("--pack <name>", "only the rules of this pack")
    .addOption(jsonOption())
    .action(action(runPolicies));
  policies
    .command("check")
    .description("judge what states record, also of other projects, without a preview; changes nothing")
    .option("--state <file>", "a state that pulumi stack export wrote (- is stdin); more than one is fine", repeated)
    .option("--stack <name>", "a stack in the backend that is selected; more than one is fine", repeated)
    .option("--sandbox", "take the stacks from the sandbox", false)
    .option("--verbose", "every finding", false)
    .addOption(jsonOption())
    .action(action(runPoliciesCheck));
}

function sandboxCommands(root: Command): void {
  const sandbox = root.command("sandbox").description("the simulated cloud").enablePositionalOptions();
  sandbox
    .command("exec")
    .description("run a command against the sandbox, e.g. foundation sandbox exec -- pulumi up --stack dev-network")
    .argument("<command...>", "the command and its arguments, after --")
    .addOption(kubernetesOption())
    .passThroughOptions()
    .action(action(runSandboxExec));
  sandbox
    .command("show")
    .description("list what the simulated cloud holds, or show one thing in full; changes nothing")
    .argument("[filter...]", "part of a type, id, name, status or stack; an id or TYPE/NAME shows that thing in full")
    .option("--account <id>", "only this account")
    .option("--region <region>", "only this region (global: what has none)")
    .option("--type <type>", "only this type, e.g. Vpc or aws:ec2/vpc:Vpc")
    .addOption(jsonOption())
    .action(action(runSandboxShow));
  sandbox
    .command("drift")
    .description("change a thing behind Pulumi's back, as somebody in the console does")
    .argument("[what...]", "an id or TYPE/NAME, then property.path=value …; nothing behind the = takes it away")
    .option("--unset <path>", "take a property away", (path: string, paths: string[]) => [...paths, path], [])
    .option("--delete", "delete the thing")
    .option("--create <type>", "make a thing that no stack knows, e.g. SecurityGroupIngressRule")
    .option("--account <id>", "the account, where it is not clear")
    .option("--region <region>", "the region, where it is not clear")
    .action(action(runSandboxDrift));
  sandbox
    .command("reset")
    .description("forget the simulated cloud and the states of its stacks")
    .option("--yes", "forget without asking")
    .action(action(runSandboxReset));
  breakCommand(sandbox).action(action(runSandboxBreak));
}

const jsonOption = () => new Option("--json <file>", "write the result to FILE (- is stdout)");

const kubernetesOption = () =>
  new Option(
    "--kubernetes <what>",
    "the sandbox's Kubernetes: models, or real API servers (built once); default what the sandbox has, else model",
  ).choices(["model", "real"]);

function breakCommand(sandbox: Command): Command {
  return sandbox
    .command("break")
    .description("make calls of the simulated cloud fail, or be slow, until --clear")
    .option("--service <name>", "calls of this service, e.g. ec2")
    .option("--call <name>", "calls that create, read, update, delete or invoke")
    .option("--type <token>", "calls for this type, e.g. aws:ec2/subnet:Subnet")
    .option("--error <code>", "answer with this error code of AWS; throttling is the service's own code for that")
    .option("--lost-answer", "do it, and cut off the answer")
    .option("--crash <when>", "end the sandbox as if killed, before or after it is done")
    .option("--latency <time>", "answer so much later than it is done, e.g. 200ms")
    .option("--rate <share>", "share of the calls, e.g. 0.1; default 1")
    .option("--times <count>", "how often at most")
    .option("--skip <count>", "let the first ones through")
    .option("--seed <number>", "decides which of the calls; default 1")
    .option("--list", "tell what is set")
    .option("--clear", "let everything work again")
    .addOption(jsonOption());
}

function stackCommand(root: Command, name: string, description: string): Command {
  return root
    .command(name)
    .description(description)
    .argument("[selector...]", selectorHelp)
    .option("--sandbox", "run against the simulated cloud in .sandbox, with no account", false)
    .addOption(kubernetesOption())
    .addOption(jsonOption())
    .option("--verbose", "every finding and deletion, and stack traces", false);
}

function reportCommand(root: Command): Command {
  const command = root
    .command("report")
    .description("make one report of what preview --review wrote, in one job or in several")
    .argument("<review...>", "files that preview --review wrote (- is stdin)")
    .addOption(jsonOption());
  return reportFiles(command);
}

const reportOptions = (command: Command): Command =>
  reportFiles(command).option(
    "--review <file>",
    "write what reports are made from to FILE as JSON, for foundation report (- is stdout)",
  );

const reportFiles = (command: Command): Command =>
  command
    .option("--markdown <file>", "write the report for a pull request to FILE, the dangerous first (- is stdout)")
    .option("--summary <file>", "write the report for the summary of a job, which may be longer, to FILE (- is stdout)")
    .option("--html <file>", "write the report as a page that needs nothing else to FILE (- is stdout)")
    .option("--sarif <file>", "write the policies' findings to FILE as SARIF 2.1.0 (- is stdout)")
    .option("--id <name>", "tells comments of several reports on one pull request apart");

/** Turns failures into a message and an exit code. Only a fault of ours shows a stack trace. */
function action<A extends unknown[]>(body: (...args: A) => Promise<void>): (...args: A) => Promise<void> {
  return async (...args) => {
    try {
      await body(...args);
    } catch (error) {
      const failure = asFailure(error);
      process.stderr.write(`${failure.message}\n`);
      process.exitCode = failure.exitCode;
    }
  };
}

/** Failures that a person can act on, those of the engine and of getting what is needed among them. @throws what is a fault of ours. */
function asFailure(error: unknown): CommandFailure {
  if (error instanceof CommandFailure) return error;
  if (error instanceof InstallError) return new CommandFailure(error.message);
  // Of the Automation API; its class is not loaded here for the sake of the start.
  if (error instanceof Error && "commandResult" in error) return new CommandFailure(engineWords(error.commandResult));
  throw error;
}

const needsLogin = /PULUMI_ACCESS_TOKEN|credentials/;
const loginHint =
  'outside the sandbox this needs a Pulumi login and AWS credentials (README.md, "On a real account"); or pass --sandbox';

/** The errors that the CLI printed, else its last lines, and what to do where that is known. */
function engineWords(result: unknown): string {
  const { stdout = "", stderr = "" } = result as { stdout?: string; stderr?: string };
  const lines = `${stdout}\n${stderr}`.split("\n").filter((line) => line.trim() !== "");
  const errors = lines.filter((line) => line.startsWith("error:"));
  const words = (errors.length > 0 ? errors : lines.slice(-12)).join("\n");
  return needsLogin.test(words) ? `${words}\n${loginHint}` : words;
}
