import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { LocalWorkspace, PulumiCommand, type Stack } from "@pulumi/pulumi/automation";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../sandbox/client";
import { ensureEngine } from "../../tools/engine";

/** A resource whose inputs are as they are written here: the SDK's classes drop names that they do not know. */
class Raw extends pulumi.CustomResource {}

describe("inputs that the SDK does not declare", () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "foundation-shapes-"));
  let sandbox: Sandbox;
  let stack: Stack;
  let program = (): Record<string, unknown> => ({});

  beforeAll(async () => {
    const engine = await ensureEngine(() => {});
    for (const part of ["project", "home", "state"]) fs.mkdirSync(path.join(dir, part));
    sandbox = await startSandbox({ stateDir: path.join(dir, "cloud") });
    stack = await LocalWorkspace.createOrSelectStack(
      { stackName: "test", projectName: "shapes", program: async () => program() },
      {
        workDir: path.join(dir, "project"),
        pulumiCommand: await PulumiCommand.get({ root: engine.root, skipVersionCheck: true }),
        projectSettings: { name: "shapes", runtime: "nodejs", backend: { url: `file://${path.join(dir, "state")}` } },
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
  const inRegion = () => ({ provider: new aws.Provider("dev", { region: "eu-west-1" }) });

  it("are no matter where there are none, whether the type has a model or not", async () => {
    program = () => {
      const opts = inRegion();
      const jobs = new aws.mq.Configuration(
        "jobs",
        { engineType: "ActiveMQ", engineVersion: "5.18", data: "<a/>" },
        opts,
      );
      new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16", tags: { jobs: jobs.name } }, opts);
      return { name: jobs.name, arn: jobs.arn, revision: jobs.latestRevision };
    };
    const { summary, outputs } = await stack.up();
    expect(summary.resourceChanges).toEqual({ create: 4 });
    // What the SDK does not say is not made up.
    expect(outputs).toMatchObject({
      name: { value: expect.stringMatching(/^jobs-[0-9a-f]{7}$/) },
      arn: { value: expect.stringMatching(/^arn:aws:mq:eu-west-1:111122223333:/) },
    });
    expect(outputs.revision?.value).toBeUndefined();
    expect((await stack.preview()).changeSummary).toEqual({ same: 4 });
  });

  /** The problems that a preview shows of a resource. */
  async function problems(type: string, name: string): Promise<string[]> {
    const failure = await stack.preview().catch(String);
    expect(failure).not.toMatch(/hunter|perhaps/);
    const line = new RegExp(`^    error: ${type} resource '${name}' has a problem: (.*)$`, "gm");
    const found = [...String(failure).matchAll(line)].map(([, problem]) => problem ?? "");
    return [...new Set(found)];
  }

  it("are refused at preview, all of a resource at once, each with its path and what was meant", async () => {
    program = () => {
      // As from a program that is not type-checked.
      const device: object = { volumeSise: 20, encrypted: "perhaps" };
      new aws.ec2.Instance("web", { ami: "ami-0a1b2c3d4e5f60718", rootBlockDevice: device }, inRegion());
      return {};
    };
    expect(await problems("aws:ec2/instance:Instance", "web")).toEqual([
      "Attribute must be true or false. Examine values at 'web.rootBlockDevice.encrypted'.",
      "Invalid or unknown key. Did you mean 'volumeSize'? Examine values at 'web.rootBlockDevice.volumeSise'.",
    ]);
  });

  it("are refused where the class does not drop them, but for what is secret", async () => {
    const required = { engineType: "ActiveMQ", engineVersion: "5.18", hostInstanceType: "mq.m5.large" };
    program = () => {
      const users = [{ username: "app", password: "hunter2", consoleAcces: "hunter3" }];
      const tags = pulumi.secret(["hunter4"]);
      new Raw("aws:mq/broker:Broker", "queue", { ...required, engineType: undefined, users, tags }, inRegion());
      return {};
    };
    expect(await problems("aws:mq/broker:Broker", "queue")).toEqual([
      "Invalid or unknown key. Did you mean 'consoleAccess'? Examine values at 'queue.users[0].consoleAcces'.",
      "Missing required argument. The argument \"engineType\" is required, but no definition was found. Examine values at 'queue.engineType'.",
    ]);
  });

  it("are refused with the type that was meant, where there is no such type", async () => {
    program = () => {
      new Raw("aws:mq/brocker:Brocker", "queue", {}, inRegion());
      return {};
    };
    await expect(stack.preview()).rejects.toThrow(
      "unrecognized resource type (Check): aws:mq/brocker:Brocker. Did you mean 'aws:mq/broker:Broker'?",
    );
  });
});
