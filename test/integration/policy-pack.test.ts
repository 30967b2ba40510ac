import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as aws from "@pulumi/aws";
import { type EngineEvent, LocalWorkspace, PulumiCommand, type Stack } from "@pulumi/pulumi/automation";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../sandbox/client";
import { type Engine, ensureEngine } from "../../tools/engine";
import { keyPolicy, letsLogs } from "../support/keys";

const policyPacks = [path.resolve(__dirname, "../../policy-packs/security-baseline")];

/** A policy event as the engine sends it: the SDK's type lacks the severity. */
type PolicyEvent = NonNullable<EngineEvent["policyEvent"]> & { severity?: string };

interface Options {
  rotation?: boolean;
  sshFrom?: string;
  flowLog?: boolean;
}

/** A VPC with a flow log, a key and a group: good by default, before any of it has an id. */
function program({ rotation = true, sshFrom = "10.0.0.0/8", flowLog = true }: Options) {
  const provider = new aws.Provider("aws", { region: "eu-west-1", allowedAccountIds: ["111122223333"] });
  const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" }, { provider });
  new aws.ec2.DefaultSecurityGroup("closed", { vpcId: vpc.id }, { provider });
  const key = new aws.kms.Key("key", { enableKeyRotation: rotation, policy: keyPolicy(letsLogs()) }, { provider });
  const logs = new aws.cloudwatch.LogGroup("logs", { kmsKeyId: key.arn, retentionInDays: 365 }, { provider });
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

describe("the security baseline on the real engine", () => {
  const dir = mkdtempSync(path.join(tmpdir(), "foundation-policy-"));
  let engine: Engine;
  let sandbox: Sandbox | undefined;

  beforeAll(async () => {
    for (const part of ["home", "state", "cloud", "project"]) mkdirSync(path.join(dir, part));
    engine = await ensureEngine(() => {});
    sandbox = await startSandbox({ stateDir: path.join(dir, "cloud") });
  });

  afterAll(async () => {
    await sandbox?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  function environment(): Record<string, string> {
    const search = [path.dirname(engine.executable), engine.languageHostPath, process.env.PATH];
    return {
      PATH: search.filter(Boolean).join(path.delimiter),
      PULUMI_HOME: path.join(dir, "home"),
      PULUMI_BACKEND_URL: `file://${path.join(dir, "state")}`,
      PULUMI_CONFIG_PASSPHRASE: "test",
      PULUMI_DEBUG_PROVIDERS: sandbox?.attach ?? "",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    };
  }

  async function open(stackName: string, options: Options, variables: Record<string, string> = {}): Promise<Stack> {
    const pulumiCommand = await PulumiCommand.get({ root: engine.root, skipVersionCheck: true });
    return LocalWorkspace.createOrSelectStack(
      { stackName, projectName: "foundation", program: async () => program(options) },
      { workDir: path.join(dir, "project"), envVars: { ...environment(), ...variables }, pulumiCommand },
    );
  }

  /** What a run said of policies, and whether it succeeded. */
  async function run(
    operate: (onEvent: (event: EngineEvent) => void) => Promise<unknown>,
  ): Promise<{ failed: boolean; events: PolicyEvent[] }> {
    const events: PolicyEvent[] = [];
    const failed = await operate(({ policyEvent }) => {
      if (policyEvent) events.push(policyEvent);
    }).then(
      () => false,
      () => true,
    );
    return { failed, events };
  }

  it("lets a good stack through, in the preview before anything exists and when it is made", async () => {
    const stack = await open("good", {});
    expect(await run((onEvent) => stack.preview({ policyPacks, onEvent }))).toEqual({ failed: false, events: [] });
    expect(await run((onEvent) => stack.up({ policyPacks, onEvent }))).toEqual({ failed: false, events: [] });
    await stack.destroy();
  });

  it("fails a preview by --policy-pack, and says what, where and how bad", async () => {
    const stack = await open("bad", { rotation: false, sshFrom: "0.0.0.0/0", flowLog: false });
    const { failed, events } = await run((onEvent) => stack.preview({ policyPacks, onEvent, color: "never" }));
    expect(failed).toBe(true);
    const common = { policyPackName: "security-baseline", enforcementLevel: "mandatory" };
    const asked = ["kms-rotation", "sg-no-public-ssh-rdp", "vpc-flow-logs"];
    const found = events.filter(({ policyName }) => asked.includes(policyName));
    expect(found.sort((a, b) => a.policyName.localeCompare(b.policyName))).toMatchObject([
      {
        ...common,
        policyName: "kms-rotation",
        severity: "medium",
        resourceUrn: expect.stringMatching(/aws:kms\/key:Key::key$/),
        message: expect.stringContaining("the key does not rotate: set enableKeyRotation to true"),
      },
      {
        ...common,
        policyName: "sg-no-public-ssh-rdp",
        severity: "critical",
        resourceUrn: expect.stringMatching(/SecurityGroupIngressRule::ssh$/),
        message: expect.stringContaining("SSH open to the Internet"),
      },
      {
        ...common,
        policyName: "vpc-flow-logs",
        severity: "medium",
        resourceUrn: expect.stringMatching(/aws:ec2\/vpc:Vpc::main$/),
        message: expect.stringContaining("the VPC has no flow log"),
      },
    ]);
  });

  it("fails an update by PULUMI_OPTION_POLICY_PACK before the resource is made", async () => {
    const stack = await open("typed", { rotation: false }, { PULUMI_OPTION_POLICY_PACK: policyPacks.join() });
    const { failed, events } = await run((onEvent) => stack.up({ onEvent }));
    expect(failed).toBe(true);
    expect(events.map((event) => event.policyName)).toEqual(["kms-rotation"]);
    const { deployment } = await stack.exportStack();
    const types = (deployment.resources ?? []).map((resource: { type: string }) => resource.type);
    expect(types).not.toContain("aws:kms/key:Key");
    await stack.destroy();
  });

  describe("with an exception", () => {
    const file = path.join(dir, "exceptions.yaml");
    const entry = `
  - rule: kms-rotation
    resource: urn:pulumi:*::foundation::aws:kms/key:Key::key
    owner: platform-security
    reason: imported key material
    ticket: SEC-7
    since: 2026-11-01
    expires: 2026-11-30`;
    const bounds = "bounds: [{ owners: [platform-security], severity: critical, maximumDays: 30 }]";

    async function preview(stackName: string, today: string, text = entry) {
      writeFileSync(file, `${bounds}\nexceptions:${text}\n`);
      const stack = await open(
        stackName,
        { rotation: false },
        { FOUNDATION_EXCEPTIONS: file, FOUNDATION_TODAY: today },
      );
      const { failed, events } = await run((onEvent) => stack.preview({ policyPacks, onEvent, color: "never" }));
      return { failed, levels: events.map((event) => event.enforcementLevel), said: events[0]?.message };
    }

    it("shows the finding with owner and days left, and lets the stack through", async () => {
      expect(await preview("excepted", "2026-11-24")).toEqual({
        failed: false,
        levels: [expect.stringMatching(/advisory|warning/)],
        said: expect.stringContaining(
          "(excepted until 2026-11-30, 6 days left, by platform-security: imported key material, SEC-7)",
        ),
      });
    });

    it.each([
      ["expired", "2026-12-01", entry, "exception 1 expired on 2026-11-30"],
      [
        "malformed",
        "2026-11-24",
        entry.replace("SEC-7", '""'),
        "exception 1 does not count: ticket: must not be empty",
      ],
      ["too-long", "2026-11-24", entry.replace("11-30", "12-30"), "platform-security may except for 30 at most"],
      ["over-broad", "2026-11-24", entry.replace(/urn.*/, '"*"'), "names every resource"],
      ["not-theirs", "2026-11-24", entry.replace("platform-security", "shop"), "shop may except nothing"],
    ])("that is %s brings the finding back and says so", async (name, today, text, reason) => {
      expect(await preview(name, today, text)).toEqual({
        failed: true,
        levels: ["mandatory"],
        said: expect.stringContaining(reason),
      });
    });
  });
});
