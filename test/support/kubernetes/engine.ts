import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { type EngineEvent, LocalWorkspace, PulumiCommand, type Stack } from "@pulumi/pulumi/automation";
import { mendLostEngines } from "../../../cli/engine/lost-engine";
import { type Sandbox, startSandbox } from "../../../sandbox/client";
import { ensureEngine } from "../../../tools/engine";
import type { Manifest } from "./fixture";

// These tests run hundreds of engines in one process.
mendLostEngines();

/** The type token of a manifest's kind. */
export const typeOf = ({ apiVersion, kind }: Pick<Manifest, "apiVersion" | "kind">): string =>
  `kubernetes:${apiVersion.includes("/") ? apiVersion : `core/${apiVersion}`}:${kind}`;

/** Real engines over a sandbox whose Kubernetes is real, or a model without a control plane. */
export class KubernetesEngine {
  private readonly root = mkdtempSync(path.join(os.tmpdir(), "foundation-kubernetes-"));
  readonly cloud = path.join(this.root, "cloud");
  private sandbox: Sandbox | undefined;

  constructor(private readonly controlPlane?: string) {
    for (const folder of ["home", "state", "project"]) mkdirSync(path.join(this.root, folder));
  }

  async start(): Promise<void> {
    this.sandbox = await startSandbox({ stateDir: this.cloud, controlPlane: this.controlPlane });
  }

  async stop(): Promise<void> {
    await this.sandbox?.stop();
    this.sandbox = undefined;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Runs kubectl against the cluster of every stack here, as a person beside the sandbox could. */
  kubectl(...args: string[]): string {
    if (this.controlPlane === undefined) throw new Error("the model has no API server");
    const clusters = path.join(this.cloud, "kubernetes");
    const [folder = ""] = readdirSync(clusters);
    const kubeconfig = `--kubeconfig=${path.join(clusters, folder, "kubeconfig")}`;
    return execFileSync(this.controlPlane, ["kubectl", kubeconfig, ...args], { encoding: "utf8" });
  }

  /** A stack whose program registers what `wanted` answers, each under its kind and name. */
  async stack(stackName: string, wanted: () => readonly Manifest[]): Promise<KubernetesStack> {
    const { root } = await ensureEngine(() => {});
    const stack = await LocalWorkspace.createOrSelectStack(
      { stackName, projectName: "kubernetes-objects", program: async () => register(wanted()) },
      {
        workDir: path.join(this.root, "project"),
        pulumiCommand: await PulumiCommand.get({ root, skipVersionCheck: true }),
        projectSettings: {
          name: "kubernetes-objects",
          runtime: "nodejs",
          backend: { url: `file://${path.join(this.root, "state")}` },
        },
        envVars: {
          PULUMI_HOME: path.join(this.root, "home"),
          PULUMI_CONFIG_PASSPHRASE: "test",
          PULUMI_DEBUG_PROVIDERS: this.sandbox?.attach ?? "",
          PULUMI_SKIP_UPDATE_CHECK: "true",
          PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        },
      },
    );
    const stacks = path.join(this.root, "state/.pulumi/stacks/kubernetes-objects");
    return new KubernetesStack(stack, path.join(stacks, `${stackName}.json`));
  }
}

/** An object of any kind. */
class AnyObject extends pulumi.CustomResource {}

function register(manifests: readonly Manifest[]): void {
  const provider = new kubernetes.Provider("cluster", { kubeconfig: "server: https://fixture.example.com" });
  const namespaces = new Map<string, AnyObject>();
  // Namespaces first: what is in one depends on it, as in any program, or it takes the place of the namespace in the queue.
  const ordered = [...manifests].sort((a, b) => Number(b.kind === "Namespace") - Number(a.kind === "Namespace"));
  for (const manifest of ordered) {
    const { kind, metadata } = manifest;
    const namespace = namespaces.get(metadata.namespace ?? "");
    const options = { provider, ...(namespace && { dependsOn: [namespace] }) };
    const object = new AnyObject(typeOf(manifest), `${kind}/${metadata.name}`, inputsOf(manifest), options);
    if (kind === "Namespace") namespaces.set(metadata.name, object);
  }
}

/** What a secret holds is secret, as the SDK's own class makes it. */
function inputsOf({ data, stringData, ...rest }: Manifest): pulumi.Inputs {
  if (rest.kind !== "Secret") return { ...rest, ...(data !== undefined && { data }) };
  return {
    ...rest,
    ...(data !== undefined && { data: pulumi.secret(data) }),
    ...(stringData !== undefined && { stringData: pulumi.secret(stringData) }),
  };
}

/** What an engine said about each resource, by its logical name, and what it did. */
export interface Said {
  errors: Map<string, string>;
  /** Steps that change something: the operation and the logical name. */
  steps: string[];
}

export class KubernetesStack {
  constructor(
    private readonly stack: Stack,
    private readonly stateFile: string,
  ) {}

  preview(): Promise<Said> {
    return said((onEvent) => this.stack.preview({ onEvent }));
  }

  /** Updates the state with what the cluster has, then tells what an update would do. */
  async refreshed(): Promise<Said> {
    await this.stack.refresh();
    return this.preview();
  }

  async destroy(): Promise<void> {
    await this.stack.destroy();
  }

  /** The state as the backend keeps it; the SDK's export would show the secrets. */
  state(): string {
    return readFileSync(this.stateFile, "utf8");
  }

  /** Goes on after what is refused, so that everything has its verdict. */
  up(): Promise<Said> {
    return said((onEvent) => this.stack.up({ onEvent, continueOnError: true }));
  }
}

async function said(run: (onEvent: (event: EngineEvent) => void) => Promise<unknown>): Promise<Said> {
  const result: Said = { errors: new Map(), steps: [] };
  const nameOf = (urn: string) => urn.split("::").slice(3).join("::");
  const onEvent = ({ diagnosticEvent, resourcePreEvent }: EngineEvent) => {
    if (diagnosticEvent?.severity === "error" && diagnosticEvent.urn) {
      const name = nameOf(diagnosticEvent.urn);
      result.errors.set(name, (result.errors.get(name) ?? "") + diagnosticEvent.message);
    }
    const step = resourcePreEvent?.metadata;
    if (step && step.op !== "same" && !step.urn.includes("pulumi:pulumi:Stack")) {
      result.steps.push(`${step.op} ${nameOf(step.urn)}`);
    }
  };
  try {
    await run(onEvent);
  } catch (error) {
    // What was refused was heard as events; anything else is a fault.
    if (result.errors.size === 0) throw error;
  }
  return result;
}
