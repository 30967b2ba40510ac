import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import * as aws from "@pulumi/aws";
import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { type EngineEvent, LocalWorkspace, PulumiCommand, type Stack } from "@pulumi/pulumi/automation";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../sandbox/client";
import { readCloud } from "../../sandbox/cloud/read";
import { openCloud } from "../../sandbox/cloud/store";
import { ensureEngine } from "../../tools/engine";

const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }],
});
const dev = "111122223333";
const prod = "444455556666";

/** What the program makes; tests change it between two updates. */
const wanted: Record<"cidr" | "description" | "label" | "namespace" | "path" | "strayVpcId", pulumi.Input<string>> = {
  cidr: "10.0.1.0/24",
  description: "first",
  label: "one",
  namespace: "kube-system",
  path: "/",
  strayVpcId: "",
};

async function program() {
  const provider = new aws.Provider("dev", {
    region: "eu-west-1",
    allowedAccountIds: [dev],
    defaultTags: { tags: { environment: "dev" } },
  });
  const other = new aws.Provider("prod", {
    region: "eu-central-1",
    assumeRoles: [{ roleArn: `arn:aws:iam::${prod}:role/deploy` }],
  });
  const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16", tags: { Name: "main" } }, { provider });
  const inMain = { vpcId: wanted.strayVpcId || vpc.id };
  const subnet = new aws.ec2.Subnet("a", { ...inMain, cidrBlock: wanted.cidr }, { provider });
  const role = new aws.iam.Role(
    "app",
    { assumeRolePolicy: trust, path: wanted.path, description: wanted.description },
    { provider },
  );
  const key = new aws.kms.Key("data", { deletionWindowInDays: 7 }, { provider });
  const secret = new aws.secretsmanager.Secret("db", {}, { provider });
  new aws.secretsmanager.SecretVersion("db", { secretId: secret.id, secretString: "hunter2-declared" }, { provider });
  new aws.ssm.Parameter("flag", { type: "String", value: pulumi.secret("hunter2-input") }, { provider });
  const cluster = new kubernetes.Provider("dev", { kubeconfig: "server: https://dev.example.com" });
  new kubernetes.core.v1.ConfigMap(
    "settings",
    { metadata: { namespace: wanted.namespace, labels: { label: wanted.label } }, data: { a: "b" } },
    { provider: cluster },
  );
  const remote = new aws.ec2.Vpc("main-prod", { cidrBlock: "10.9.0.0/16" }, { provider: other });
  return {
    vpcId: vpc.id,
    subnetId: subnet.id,
    roleArn: role.arn,
    keyArn: key.arn,
    remoteArn: remote.arn,
    account: aws.getCallerIdentityOutput({}, { provider: other }).accountId,
  };
}

describe("the sandbox behind the real engine", () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "foundation-protocol-"));
  const cloudDir = path.join(dir, "cloud");
  let sandbox: Sandbox;
  let stack: Stack;

  beforeAll(async () => {
    const engine = await ensureEngine(() => {});
    for (const part of ["project", "home", "state"]) fs.mkdirSync(path.join(dir, part));
    sandbox = await startSandbox({ stateDir: cloudDir });
    stack = await LocalWorkspace.createOrSelectStack(
      { stackName: "test", projectName: "protocol", program },
      {
        workDir: path.join(dir, "project"),
        pulumiCommand: await PulumiCommand.get({ root: engine.root, skipVersionCheck: true }),
        projectSettings: {
          name: "protocol",
          runtime: "nodejs",
          backend: { url: `file://${path.join(dir, "state")}` },
        },
        envVars: {
          PULUMI_HOME: path.join(dir, "home"),
          PULUMI_CONFIG_PASSPHRASE: "test",
          PULUMI_DEBUG_PROVIDERS: sandbox.attach,
          PULUMI_SKIP_UPDATE_CHECK: "true",
          PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        },
      },
    );
  });
  afterAll(async () => {
    await sandbox.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  });

  /** Each step of a preview that changes something: operation, name, and changed paths with those that replace. */
  async function planned(): Promise<string[]> {
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
  const kinds = () => readCloud(cloudDir).map(({ type, status }) => `${type.split(":").at(-1)} ${status}`);

  it("plans with unknowns and makes nothing in a preview", async () => {
    const { changeSummary } = await stack.preview();
    expect(changeSummary).toEqual({ create: 13 });
    expect(readCloud(cloudDir)).toEqual([]);
  });

  it("makes what was planned, in the account and region of each provider", async () => {
    const { outputs, summary } = await stack.up();
    expect(summary.resourceChanges).toEqual({ create: 13 });
    expect(outputs.vpcId?.value).toMatch(/^vpc-0[0-9a-f]{16}$/);
    expect(outputs.roleArn?.value).toMatch(new RegExp(`^arn:aws:iam::${dev}:role/app-[0-9a-f]{7}$`));
    expect(outputs.remoteArn?.value).toMatch(new RegExp(`^arn:aws:ec2:eu-central-1:${prod}:vpc/vpc-0`));
    expect(outputs.account?.value).toBe(prod);
    const places = readCloud(cloudDir).map(
      ({ account, region, type }) => `${account} ${region} ${type.split(":").at(-1)}`,
    );
    expect(places).toContain(`${prod} eu-central-1 Vpc`);
    expect(places).toContain(`${dev} global Role`);
    expect(readCloud(cloudDir).find(({ name }) => name === "main")?.tags).toEqual({ environment: "dev", Name: "main" });
  });

  it("has nothing to do afterwards, and a refresh finds nothing changed", async () => {
    expect(await planned()).toEqual([]);
    expect((await stack.refresh()).summary.resourceChanges).toEqual({ same: 13 });
  });

  it("keeps secrets out of the state, also those that only the type makes secret", () => {
    const state = fs.readFileSync(path.join(dir, "state/.pulumi/stacks/protocol/test.json"), "utf8");
    expect(state).toContain("aws:secretsmanager/secretVersion:SecretVersion");
    expect(state).not.toContain("hunter2");
  });

  it("updates in place what can be, and replaces for what cannot", async () => {
    wanted.description = "second";
    wanted.label = "two";
    wanted.namespace = "kube-public";
    wanted.cidr = "10.0.2.0/24";
    expect((await planned()).sort()).toEqual([
      "create-replacement a cidrBlock update-replace",
      "create-replacement settings metadata.labels.label update metadata.namespace update-replace",
      "delete-replaced a",
      "delete-replaced settings",
      "replace a cidrBlock update-replace",
      "replace settings metadata.labels.label update metadata.namespace update-replace",
      "update app description update",
    ]);
    const before = (await stack.outputs()).subnetId?.value;
    const { outputs } = await stack.up();
    expect(outputs.subnetId?.value).not.toBe(before);
    expect(kinds().filter((kind) => kind === "Subnet active")).toHaveLength(1);
  });

  it("finds on a refresh what was changed or deleted behind the engine's back", async () => {
    await sandbox.stop();
    const { cloud, close } = openCloud(cloudDir);
    cloud.request(() => {
      const role = cloud.list(dev, "global", "aws:iam/role:Role")[0];
      if (role === undefined) throw new Error("the role is gone");
      const description = "changed by hand";
      cloud.put({
        ...role,
        inputs: { ...role.inputs, description },
        outputs: { ...role.outputs, description },
      });
      for (const subnet of cloud.list(dev, "eu-west-1", "aws:ec2/subnet:Subnet")) cloud.remove(subnet);
    });
    close();
    sandbox = await startSandbox({ stateDir: cloudDir });
    Object.assign(stack.workspace.envVars ?? {}, { PULUMI_DEBUG_PROVIDERS: sandbox.attach });

    expect((await stack.refresh()).summary.resourceChanges).toEqual({ same: 11, update: 1, delete: 1 });
    expect((await planned()).sort()).toEqual(["create a", "update app description update"]);
    expect((await stack.up()).summary.resourceChanges).toEqual({ same: 11, update: 1, create: 1 });
  });

  it("refuses at preview what is known to be wrong", async () => {
    wanted.cidr = "10.0.2.0/29";
    await expect(stack.preview()).rejects.toThrow(
      "creating aws:ec2/subnet:Subnet (a): api error InvalidSubnet.Range: The CIDR '10.0.2.0/29' is invalid.",
    );
    wanted.cidr = "10.0.2.0/24";
  });

  it("does not say a secret that it refuses", async () => {
    wanted.path = pulumi.secret("/");
    wanted.cidr = pulumi.secret("10.77.0.0/29");
    const failure = await stack.preview().catch(String);
    expect(failure).toContain("InvalidSubnet.Range: The CIDR '[secret]' is invalid.");
    expect(failure).not.toContain("10.77");
    Object.assign(wanted, { path: "/", cidr: "10.0.2.0/24" });
  });

  it("does not know the ids of another account", async () => {
    const [stray] = readCloud(cloudDir).filter(({ account }) => account === prod);
    wanted.strayVpcId = stray?.id ?? "";
    await expect(stack.preview()).rejects.toThrow(`InvalidVpcID.NotFound: The vpc ID '${stray?.id}' does not exist`);
    wanted.strayVpcId = "";
  });

  it("leaves after destroy only what AWS keeps for a while", async () => {
    await stack.destroy();
    expect(kinds()).toEqual(["Key PendingDeletion", "Secret ScheduledForDeletion"]);
  });
});

describe("the sandbox's process", () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "foundation-process-"));
  afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

  it("serves all packages, one for all who use its cloud, stays for the last of them, and can be started again", async () => {
    const first = await startSandbox({ stateDir: dir });
    expect(first.attach).toMatch(/^aws:\d+,eks:\d+,kubernetes:\d+$/);
    const guest = await startSandbox({ stateDir: dir });
    expect(guest.attach).toBe(first.attach);
    const stopped = first.stop();
    const late = await startSandbox({ stateDir: dir });
    expect(late.attach).toBe(first.attach);
    await guest.stop();
    await late.stop();
    await stopped;
    const again = await startSandbox({ stateDir: dir });
    await again.stop();
  });
});
