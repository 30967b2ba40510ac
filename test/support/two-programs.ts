import * as pulumi from "@pulumi/pulumi";
import { LocalWorkspace } from "@pulumi/pulumi/automation";
import { EngineCommand } from "../../cli/engine/command";
import { openSandbox } from "../../cli/engine/sandbox-workplace";
import { projectName, runStack, type Session } from "../../cli/engine/stack-run";
import type { StackResult } from "../../cli/report/result";

/**
 * Applies a program that fails, also with a rejection nobody awaits, and then a good one, as the command does; prints the
 * results. A process of its own, since the test runner takes every such rejection for a failure of the test.
 */
async function main(): Promise<void> {
  const workplace = await openSandbox(() => {});
  const { executable, version } = workplace.engine;
  const command = new EngineCommand(executable, version, workplace.env);
  const session: Session = {
    workplace,
    command,
    policyPacks: [],
    cancelled: new AbortController().signal,
    verbose: false,
    refresh: false,
    predictions: new Map(),
    secretsProvider: () => undefined,
  };
  const results: StackResult[] = [];
  for (const [stackName, program] of [
    ["bad", bad],
    ["good", good],
  ] as const) {
    const stack = await LocalWorkspace.createOrSelectStack(
      { stackName, projectName, program },
      { workDir: workplace.workDir, pulumiCommand: command },
    );
    const ref = { name: stackName, environment: "dev", layer: "network" as const };
    results.push(await runStack(session, stack, ref, "up", { progress: () => {} }));
  }
  await workplace.close();
  process.stdout.write(JSON.stringify(results));
}

async function bad(): Promise<never> {
  void new Promise((_, reject) => setTimeout(() => reject(new Error("late")), 20));
  throw new pulumi.RunError("dev: invalid arguments");
}

async function good() {
  return { urn: new pulumi.ComponentResource("test:index:Good", "good").urn };
}

void main();
