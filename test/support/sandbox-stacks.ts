import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type EngineEvent, LocalWorkspace, PulumiCommand, type PulumiFn, type Stack } from "@pulumi/pulumi/automation";
import { type Sandbox, startSandbox } from "../../sandbox/client";
import type { Cloud } from "../../sandbox/cloud/cloud";
import { type CloudEntry, readCloud } from "../../sandbox/cloud/read";
import { openCloud } from "../../sandbox/cloud/store";
import { ensureEngine } from "../../tools/engine";

/** Stacks of inline programs, run by the real engine on a sandbox of their own. */
export class SandboxStacks {
  private readonly dir = fs.mkdtempSync(path.join(os.tmpdir(), "foundation-stacks-"));
  private readonly cloudDir = path.join(this.dir, "cloud");
  private readonly stacks: Stack[] = [];
  private sandbox: Sandbox | undefined;
  private command: PulumiCommand | undefined;

  async start(): Promise<void> {
    const engine = await ensureEngine(() => {});
    this.command = await PulumiCommand.get({ root: engine.root, skipVersionCheck: true });
    for (const part of ["home", "state"]) fs.mkdirSync(path.join(this.dir, part), { recursive: true });
    this.sandbox = await startSandbox({ stateDir: this.cloudDir });
  }

  async stop(): Promise<void> {
    await this.sandbox?.stop();
    fs.rmSync(this.dir, { recursive: true, force: true });
  }

  /** A stack of a program. */
  async stack(stackName: string, program: PulumiFn): Promise<Stack> {
    const workDir = path.join(this.dir, stackName);
    fs.mkdirSync(workDir, { recursive: true });
    const stack = await LocalWorkspace.createOrSelectStack(
      { stackName, projectName: "semantics", program },
      {
        workDir,
        ...(this.command && { pulumiCommand: this.command }),
        projectSettings: {
          name: "semantics",
          runtime: "nodejs",
          backend: { url: `file://${path.join(this.dir, "state")}` },
        },
        envVars: {
          PULUMI_HOME: path.join(this.dir, "home"),
          PULUMI_CONFIG_PASSPHRASE: "test",
          PULUMI_DEBUG_PROVIDERS: this.sandbox?.attach ?? "",
          PULUMI_SKIP_UPDATE_CHECK: "true",
          PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        },
      },
    );
    this.stacks.push(stack);
    return stack;
  }

  /** What is in the cloud. */
  cloud = (): CloudEntry[] => readCloud(this.cloudDir);

  /** The text of a stack's state. */
  state = (stack: Stack): string =>
    fs.readFileSync(path.join(this.dir, "state/.pulumi/stacks/semantics", `${stack.name}.json`), "utf8");

  /** Changes the cloud behind the engine's back. */
  async tamper(change: (cloud: Cloud) => void): Promise<void> {
    await this.sandbox?.stop();
    const { cloud, close } = openCloud(this.cloudDir);
    cloud.request(() => change(cloud));
    close();
    this.sandbox = await startSandbox({ stateDir: this.cloudDir });
    for (const stack of this.stacks) {
      Object.assign(stack.workspace.envVars ?? {}, { PULUMI_DEBUG_PROVIDERS: this.sandbox.attach });
    }
  }
}

/** Each step of a preview that changes something: operation, name, and changed paths with those that replace. */
export async function planned(stack: Stack): Promise<string[]> {
  const steps: string[] = [];
  const onEvent = ({ resourcePreEvent }: EngineEvent) => {
    const step = resourcePreEvent?.metadata;
    if (step === undefined || step.op === "same") return;
    const paths = Object.entries(step.detailedDiff ?? {}).map(([at, { diffKind }]) => `${at} ${diffKind}`);
    steps.push([step.op, step.urn.split("::").at(-1), ...paths].join(" "));
  };
  await stack.preview({ onEvent });
  return steps;
}
