import * as pulumi from "@pulumi/pulumi";
import { LocalWorkspace } from "@pulumi/pulumi/automation";
import { afterAll, beforeAll, expect, it } from "vitest";
import { EngineCommand } from "../../cli/engine/command";
import { openSandbox } from "../../cli/engine/sandbox-workplace";
import { projectName, runStack, type Session } from "../../cli/engine/stack-run";
import type { Workplace } from "../../cli/engine/workplace";
import { Foundation } from "../support/command";

const foundation = new Foundation();
let workplace: Workplace;

beforeAll(async () => {
  process.env.FOUNDATION_SANDBOX = foundation.sandbox;
  workplace = await openSandbox(() => {});
});
afterAll(async () => {
  await workplace.close();
  foundation.remove();
});

async function run(stackName: string, program: () => Promise<Record<string, unknown>>) {
  const command = new EngineCommand(workplace.engine.executable, workplace.engine.version, workplace.env);
  const session: Session = {
    workplace,
    command,
    cancelled: new AbortController().signal,
    verbose: false,
    policyPacks: [],
    secretsProvider: () => undefined,
  };
  const stack = await LocalWorkspace.createOrSelectStack(
    { stackName, projectName, program },
    { workDir: workplace.workDir, pulumiCommand: command },
  );
  return runStack(session, stack, { name: stackName, environment: "dev", layer: "network" }, "up", () => {});
}

const good = async () => ({ answer: new pulumi.ComponentResource("test:index:Good", "good").urn });

it("a program that fails, also with a rejection nobody awaits, leaves the next one succeeded", async () => {
  const bad = await run("bad", async () => {
    // Rejects after the program has failed, as an output that nobody reads does.
    void new Promise((_, reject) => setTimeout(() => reject(new Error("late")), 20));
    throw new pulumi.RunError("dev: invalid arguments");
  });
  const next = await run("good", good);

  expect(bad.result).toBe("failed");
  expect(bad.diagnostics.map(({ message }) => message).join()).toContain("dev: invalid arguments");
  expect(next).toMatchObject({ result: "succeeded", changes: { create: 2 } });
});
