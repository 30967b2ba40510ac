import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type EngineEvent, LocalWorkspace, PulumiCommand, type Stack } from "@pulumi/pulumi/automation";
import { type Sandbox, startSandbox } from "../../sandbox/client";
import { type Engine, ensureEngine } from "../../tools/engine";
import { keyPolicy, letsLogs } from "./keys";

/** A policy event as the engine sends it: the SDK's type lacks the severity. */
export type PolicyEvent = NonNullable<EngineEvent["policyEvent"]> & { severity?: string };

/** Which rules of a pack a resource passed and failed; the SDK has no type for it. */
export interface Summary {
  resourceUrn: string;
  passed?: string[];
  failed?: string[];
}

/** What a run said of policies, and how it ended. */
export interface Judged {
  failed: boolean;
  /** What the engine printed, where it failed. */
  output: string;
  events: PolicyEvent[];
  summaries: Summary[];
}

export interface Options {
  rotation?: boolean;
  sshFrom?: string;
  flowLog?: boolean;
  /** Days that the log group keeps what it has. */
  retention?: number;
}

/** A VPC with a flow log, a key and a group: good by default, before any of it has an id. */
function program({ rotation = true, sshFrom = "10.0.0.0/8", flowLog = true, retention = 365 }: Options) {
  const provider = new aws.Provider("aws", { region: "eu-west-1", allowedAccountIds: ["111122223333"] });
  const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" }, { provider });
  new aws.ec2.DefaultSecurityGroup("closed", { vpcId: vpc.id }, { provider });
  const key = new aws.kms.Key("key", { enableKeyRotation: rotation, policy: keyPolicy(letsLogs()) }, { provider });
  const logs = new aws.cloudwatch.LogGroup(
    "logs",
    { kmsKeyId: key.arn, retentionInDays: retention, tags: { contact: pulumi.secret("hunter2") } },
    { provider },
  );
  if (flowLog) {
    const trust = { Effect: "Allow", Principal: { Service: "vpc-flow-logs.amazonaws.com" }, Action: "sts:AssumeRole" };
    const assumeRolePolicy = JSON.stringify({ Version: "2012-10-17", Statement: [trust] });
    const role = new aws.iam.Role("flow-logs", { assumeRolePolicy }, { provider });
    const destination = { logDestination: logs.arn, logDestinationType: "cloud-watch-logs", iamRoleArn: role.arn };
    new aws.ec2.FlowLog("log", { vpcId: vpc.id, trafficType: "ALL", ...destination }, { provider });
  }
  const group = new aws.ec2.SecurityGroup("ssh", { vpcId: vpc.id, description: "bastion" }, { provider });
  new aws.vpc.SecurityGroupIngressRule(
    "ssh",
    { securityGroupId: group.id, description: "SSH", ipProtocol: "tcp", fromPort: 22, toPort: 22, cidrIpv4: sshFrom },
    { provider },
  );
}

/** Stacks of that program in a sandbox and a state of their own, by the engine alone. */
export class PackRuns {
  private constructor(
    /** Removed at the end. */
    readonly dir: string,
    private readonly engine: Engine,
    private readonly sandbox: Sandbox,
  ) {}

  static async start(): Promise<PackRuns> {
    const dir = mkdtempSync(path.join(tmpdir(), "foundation-policy-"));
    for (const part of ["home", "state", "cloud", "project"]) mkdirSync(path.join(dir, part));
    const engine = await ensureEngine(() => {});
    return new PackRuns(dir, engine, await startSandbox({ stateDir: path.join(dir, "cloud") }));
  }

  async stop(): Promise<void> {
    await this.sandbox.stop();
    rmSync(this.dir, { recursive: true, force: true });
  }

  async open(stackName: string, options: Options, variables: Record<string, string> = {}): Promise<Stack> {
    const pulumiCommand = await PulumiCommand.get({ root: this.engine.root, skipVersionCheck: true });
    return LocalWorkspace.createOrSelectStack(
      { stackName, projectName: "foundation", program: async () => program(options) },
      { workDir: path.join(this.dir, "project"), envVars: { ...this.environment(), ...variables }, pulumiCommand },
    );
  }

  private environment(): Record<string, string> {
    const search = [path.dirname(this.engine.executable), this.engine.languageHostPath, process.env.PATH];
    return {
      PATH: search.filter(Boolean).join(path.delimiter),
      PULUMI_HOME: path.join(this.dir, "home"),
      PULUMI_BACKEND_URL: `file://${path.join(this.dir, "state")}`,
      PULUMI_CONFIG_PASSPHRASE: "test",
      PULUMI_DEBUG_PROVIDERS: this.sandbox.attach,
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    };
  }
}

/** Runs `operate` on a stack, whether it succeeds or not. */
export async function judged(operate: (onEvent: (event: EngineEvent) => void) => Promise<unknown>): Promise<Judged> {
  const events: PolicyEvent[] = [];
  const summaries: Summary[] = [];
  const onEvent = (event: EngineEvent & { policyAnalyzeSummaryEvent?: Summary }) => {
    if (event.policyEvent) events.push(event.policyEvent);
    if (event.policyAnalyzeSummaryEvent) summaries.push(event.policyAnalyzeSummaryEvent);
  };
  const ended = await operate(onEvent).then(
    () => ({ failed: false, output: "" }),
    (error: Error) => ({ failed: true, output: error.message }),
  );
  return { ...ended, events, summaries };
}
