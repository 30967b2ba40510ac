import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Stack } from "@pulumi/pulumi/automation";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planned, SandboxStacks } from "../support/sandbox-stacks";

type Options = pulumi.CustomResourceOptions;

const account = "111122223333";
const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }],
});
const tags = { environment: "dev" };
const providerIn = (name: string, region: aws.Region) =>
  new aws.Provider(name, { region, allowedAccountIds: [account], defaultTags: { tags } });

const stacks = new SandboxStacks();
beforeAll(() => stacks.start());
afterAll(() => stacks.stop());

/** What the second stack makes; each test sets its own. */
let body: (options: Options) => void = () => {};
let outputs: Record<string, unknown> = {};
const ids: Record<string, string> = {};
let first: Stack;
let second: Stack;

/** Applies a program to the second stack, and says what was planned for it. */
async function applied(program: typeof body): Promise<string[]> {
  body = program;
  const steps = await planned(second);
  await second.up();
  expect(await planned(second)).toEqual([]);
  return steps.sort();
}
const failureOf = async (program: typeof body) => {
  body = program;
  return String(await second.up().catch((error: unknown) => error));
};
const has = (id: string) => stacks.cloud().some((entry) => entry.id === id);

beforeAll(async () => {
  first = await stacks.stack("first", async () => {
    const provider = providerIn("dev", "eu-west-1");
    const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16", tags: { Name: "main" } }, { provider });
    const key = new aws.kms.Key("data", { description: "data" }, { provider });
    const auto = new aws.iam.Role("auto", { assumeRolePolicy: trust }, { provider });
    new aws.iam.Role("app", { name: "app", assumeRolePolicy: trust }, { provider });
    new aws.s3.Bucket("orders", { bucket: "semantics-orders" }, { provider });
    new aws.cloudwatch.LogGroup("logs", { name: "/app/logs", retentionInDays: 30 }, { provider });
    return { vpc: vpc.id, key: key.id, auto: auto.id };
  });
  for (const [name, { value }] of Object.entries((await first.up()).outputs)) ids[name] = String(value);
  second = await stacks.stack("second", async () => {
    outputs = {};
    body({ provider: providerIn("dev", "eu-west-1") });
    return outputs;
  });
});

describe("import", () => {
  const kept = (options: Options, id = "", more: Options = {}) => ({
    ...options,
    retainOnDelete: true,
    import: id,
    ...more,
  });

  it("takes what matches, with nothing left to do", async () => {
    const steps = await applied((options) => {
      new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16", tags: { Name: "main" } }, kept(options, ids.vpc));
      new aws.kms.Key("data", { description: "data" }, kept(options, ids.key));
      new aws.iam.Role("app", { name: "app", assumeRolePolicy: trust }, kept(options, "app"));
      new aws.s3.Bucket("orders", { bucket: "semantics-orders" }, kept(options, "semantics-orders"));
      new aws.cloudwatch.LogGroup("logs", { name: "/app/logs", retentionInDays: 30 }, kept(options, "/app/logs"));
    });
    expect(steps.filter((step) => !step.startsWith("create"))).toEqual([
      "import app",
      "import data",
      "import logs",
      "import main",
      "import orders",
    ]);
  });

  it("says which properties differ, and which of them would replace", async () => {
    await applied(() => {});
    const failure = await failureOf((options) => {
      new aws.ec2.Vpc("main", { cidrBlock: "10.1.0.0/16", tags: { Name: "main" } }, kept(options, ids.vpc));
    });
    expect(failure).toContain("cidrBlock: {10.0.0.0/16} => {10.1.0.0/16}");
    await applied(() => {});
    const steps = await applied((options) => {
      new aws.kms.Key("data", { description: "mine" }, kept(options, ids.key));
    });
    expect(steps).toEqual(["import data", "update data description update"]);
  });

  it("does not know that a name was chosen by itself, as nothing in AWS says so", async () => {
    await applied(() => {});
    const failure = await failureOf((options) => {
      new aws.iam.Role("auto", { assumeRolePolicy: trust }, kept(options, ids.auto));
    });
    expect(failure).toMatch(new RegExp(`name: \\{${ids.auto}\\} => \\{auto-`));
    await applied(() => {});
  });

  it("refuses an id that is not there, and finds one in another region by its region", async () => {
    const failure = await failureOf((options) => {
      new aws.s3.Bucket("orders", { bucket: "no-such-bucket" }, kept(options, "no-such-bucket"));
    });
    expect(failure).toContain("resource 'no-such-bucket' does not exist");
    const vpc = { region: "eu-west-1", cidrBlock: "10.0.0.0/16", tags: { Name: "main" } };
    await applied(() => {
      const provider = providerIn("far", "us-east-1");
      new aws.ec2.Vpc("main", vpc, kept({ provider }, `${ids.vpc}@eu-west-1`));
    });
    await applied(() => {});
  });
});

describe("get", () => {
  it("reads what is there and refuses what is not", async () => {
    body = (options) => {
      outputs = { cidrBlock: aws.ec2.Vpc.get("main", ids.vpc ?? "", undefined, options).cidrBlock };
    };
    expect((await second.up()).outputs.cidrBlock?.value).toBe("10.0.0.0/16");
    const missing = "vpc-00000000000000000";
    expect(await failureOf((options) => aws.ec2.Vpc.get("missing", missing, undefined, options))).toContain(
      `resource '${missing}' does not exist`,
    );
    await applied(() => {});
    expect(has(ids.vpc ?? "")).toBe(true);
  });
});

describe("options of a resource", () => {
  const role = (name: string, args: Partial<aws.iam.RoleArgs>, options: Options) =>
    new aws.iam.Role(name, { assumeRolePolicy: trust, ...args }, options);

  it("are followed for updates and replacements", async () => {
    await applied((options) => {
      role("auto", { description: "first", path: "/a/" }, options);
      role("fixed", { name: "fixed", path: "/a/" }, options);
    });
    const ignored = await applied((options) => {
      role("auto", { description: "second", path: "/b/" }, { ...options, ignoreChanges: ["description", "path"] });
      role("fixed", { name: "fixed", path: "/a/" }, options);
    });
    expect(ignored).toEqual([]);

    body = (options) => {
      role("auto", { description: "second", path: "/a/" }, { ...options, replaceOnChanges: ["description"] });
      role("fixed", { name: "fixed", path: "/b/" }, options);
    };
    // Only one of two can have a name that the program fixed: it is deleted first.
    const order = (await planned(second)).map((step) => step.split(" ", 2).join(" "));
    expect(order.filter((step) => step.endsWith("fixed"))).toEqual([
      "delete-replaced fixed",
      "replace fixed",
      "create-replacement fixed",
    ]);
    expect(order.indexOf("create-replacement auto")).toBeLessThan(order.indexOf("delete-replaced auto"));
    await second.up();

    const failure = await failureOf((options) => {
      role("auto", { description: "second", path: "/a/" }, options);
      role("fixed", { name: "fixed", path: "/c/" }, { ...options, deleteBeforeReplace: false });
    });
    expect(failure).toContain("EntityAlreadyExists: Role with name fixed already exists.");
  });

  it("rename without a replacement, and leave what is to be left", async () => {
    const steps = await applied((options) => {
      role("renamed", { description: "second", path: "/a/" }, { ...options, aliases: [{ name: "auto" }] });
      role("fixed", { name: "fixed", path: "/b/" }, { ...options, retainOnDelete: true });
    });
    expect(steps).toEqual([]);
    expect(await applied(() => {})).toEqual(["delete fixed", "delete renamed"]);
    expect(has("fixed")).toBe(true);
  });
});

describe("inputs", () => {
  it("that are secret stay so, in all tags too", async () => {
    await applied((options) => {
      new aws.cloudwatch.LogGroup("secret", { tags: { token: pulumi.secret("hunter2") } }, options);
    });
    expect(stacks.state(second)).toContain("aws:cloudwatch/logGroup:LogGroup");
    expect(stacks.state(second)).not.toContain("hunter2");
  });

  it("are completed with the provider's tags and a name, as the stack's configuration says", async () => {
    await second.setConfig("pulumi:autonaming.mode", { value: "verbatim" }, true);
    await applied((options) => new aws.s3.Bucket("archive", { tags: { team: "orders" } }, options));
    const made = stacks.cloud().find(({ id }) => id === "archive");
    expect(made?.tags).toEqual({ ...tags, team: "orders" });
    await second.removeConfig("pulumi:autonaming");
    // The name stays for as long as the bucket lives.
    expect(await applied((options) => new aws.s3.Bucket("archive", { tags: { team: "orders" } }, options))).toEqual([]);
  });
});
