import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as aws from "@pulumi/aws";
import * as eks from "@pulumi/eks";
import type * as pulumi from "@pulumi/pulumi";
import { LocalWorkspace, PulumiCommand, type Stack } from "@pulumi/pulumi/automation";
import { ensureEngine } from "../../tools/engine";

/** A child as the recordings of the real plugin have it. */
export interface Child {
  type: string;
  name: string;
  parentType: string;
  parent: string;
  inputs: Record<string, unknown>;
}

const typescript = ["-r", path.resolve(__dirname, "../../tools/typescript/register.js")];

async function pulumiCommand(): Promise<PulumiCommand> {
  const { root } = await ensureEngine(() => {});
  return PulumiCommand.get({ root, skipVersionCheck: true });
}

/** Real engines over the echoing cloud, with a backend of their own. */
export class EksEngine {
  private constructor(
    private readonly attach: string,
    private readonly root: string,
    private readonly command: PulumiCommand,
    /** Ends the cloud; absent where another process has started it. */
    private readonly stopCloud?: () => void,
  ) {}

  static async start(): Promise<EksEngine> {
    const cloud = spawn(process.execPath, [...typescript, path.join(__dirname, "echo-cloud.ts")], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const [attach] = await once(cloud.stdout, "data");
    const root = mkdtempSync(path.join(tmpdir(), "foundation-eks-"));
    for (const folder of ["home", "state"]) mkdirSync(path.join(root, folder));
    return new EksEngine(String(attach).trim(), root, await pulumiCommand(), () => cloud.stdin.end());
  }

  /** Engines over the cloud and in the backend that another process has started. */
  static async join(attach: string, root: string): Promise<EksEngine> {
    return new EksEngine(attach, root, await pulumiCommand());
  }

  /** Runs a script of this folder in a process of its own, over the same cloud, and says what it printed. */
  async apart(script: string): Promise<string> {
    const args = [...typescript, path.join(__dirname, script), this.attach, this.root];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    let printed = "";
    child.stdout.on("data", (bytes: Buffer) => {
      printed += bytes;
    });
    await once(child, "close");
    return printed;
  }

  stop(): void {
    this.stopCloud?.();
    rmSync(this.root, { recursive: true, force: true });
  }

  /** The stack `<name>` of the project `proto`, which is how the recordings name it. */
  stack(stackName: string, program: () => Record<string, unknown>): Promise<Stack> {
    return LocalWorkspace.createOrSelectStack(
      { stackName, projectName: "proto", program: async () => program() },
      {
        pulumiCommand: this.command,
        pulumiHome: path.join(this.root, "home"),
        projectSettings: {
          name: "proto",
          runtime: "nodejs",
          backend: { url: `file://${path.join(this.root, "state")}` },
        },
        envVars: {
          PULUMI_CONFIG_PASSPHRASE: "test",
          PULUMI_DEBUG_PROVIDERS: this.attach,
          PULUMI_SKIP_UPDATE_CHECK: "true",
          PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        },
      },
    );
  }
}

/** The network, key and providers that the recorded programs have around their cluster. */
export interface Surroundings {
  subnetIds: pulumi.Output<string>[];
  options: pulumi.ComponentResourceOptions & { providers: { aws: aws.Provider; eks: eks.Provider } };
  /** A cluster with the recorded settings, named `main` unless told otherwise. */
  cluster(args: eks.ClusterOptions, options?: pulumi.ComponentResourceOptions, name?: string): eks.Cluster;
}

export function surroundings(): Surroundings {
  const provider = new aws.Provider("aws", { region: "us-west-2" });
  const options = { providers: { aws: provider, eks: new eks.Provider("eks") } };
  const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" }, { provider });
  const subnetIds = [0, 1, 2].map(
    (index) => new aws.ec2.Subnet(`s${index}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24` }, { provider }).id,
  );
  const key = new aws.kms.Key("k", {}, { provider });
  const base: eks.ClusterOptions = {
    vpcId: vpc.id,
    privateSubnetIds: subnetIds,
    authenticationMode: "API",
    endpointPrivateAccess: true,
    endpointPublicAccess: false,
    encryptionConfigKeyArn: key.arn,
    enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
    deletionProtection: true,
    version: "1.34",
    upgradePolicy: { supportType: "STANDARD" },
  };
  return {
    subnetIds,
    options,
    cluster: (args, more, name = "main") => new eks.Cluster(name, { ...base, ...args }, { ...options, ...more }),
  };
}

interface StateResource {
  urn: string;
  type: string;
  parent?: string;
  inputs?: Record<string, unknown>;
}

/** What belongs to the eks package's components, in the order that tests compare it. */
export async function childrenOf(stack: Stack): Promise<Child[]> {
  const { deployment } = await stack.exportStack();
  const resources: StateResource[] = deployment.resources;
  return sorted(
    resources
      .filter(({ type, urn }) => urn.includes("::eks:index:") && !type.startsWith("pulumi:providers:"))
      .map(({ type, urn, parent = "", inputs = {} }) => ({
        type,
        name: urn.split("::")[3] ?? "",
        parentType: parent.split("::")[2] ?? "",
        parent: parent.split("::")[3] ?? "",
        inputs,
      })),
  );
}

export function sorted(children: Child[]): Child[] {
  const key = ({ type, name }: Child) => `${type} ${name}`;
  return [...children].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
