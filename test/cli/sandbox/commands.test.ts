import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sandboxDrift } from "../../../cli/commands/sandbox-drift";
import { sandboxReset } from "../../../cli/commands/sandbox-reset";
import { sandboxShow } from "../../../cli/commands/sandbox-show";
import { sandboxParts, stateFile } from "../../../cli/engine/sandbox-workplace";
import { own } from "../../../sandbox/cloud/owner";
import { Scope } from "../../../sandbox/cloud/scope";
import { loadCloudState, openCloud } from "../../../sandbox/cloud/store";
import { writeFaults } from "../../../sandbox/faults/store";
import { modelOf } from "../../../sandbox/models";
import { checkedInputs } from "../../../sandbox/operations/check";
import { create } from "../../../sandbox/operations/lifecycle";
import type { Properties } from "../../../sandbox/values";

const [dev, prod] = ["111122223333", "444455556666"];
const vpcType = "aws:ec2/vpc:Vpc";
const parameterType = "aws:ssm/parameter:Parameter";
let dir: string;
let said: string;

/** Fills a cloud: a VPC in each of two accounts, and in the first a parameter that came as a secret. */
function fill(): void {
  const stored = openCloud(sandboxParts(dir).cloud);
  const make = (account: string, type: string, inputs: Properties, secrets: string[] = []) => {
    const request = { name: "it", olds: undefined, news: inputs, randomSeed: Buffer.from("it"), defaultTags: {} };
    const scope = new Scope(stored.cloud, account, "eu-west-1");
    const model = modelOf(type);
    return stored.cloud.request(() => create({ model, scope, name: "it", secrets }, checkedInputs(model, request)));
  };
  const vpc = make(dev, vpcType, { cidrBlock: "10.0.0.0/16", tags: { Name: "main" } });
  make(prod, vpcType, { cidrBlock: "10.1.0.0/16", tags: { Name: "main" } });
  make(dev, parameterType, { name: "password", type: "String", value: "hunter2" }, ["value"]);
  stored.close();
  const file = stateFile(dir, "dev-network");
  mkdirSync(path.dirname(file), { recursive: true });
  const urn = `urn:pulumi:dev-network::foundation::${vpcType}::network`;
  const resources = [{ urn, type: vpcType, id: vpc.id, outputs: { arn: vpc.outputs.arn } }];
  writeFileSync(file, JSON.stringify({ checkpoint: { latest: { resources } } }));
}

const resources = () => loadCloudState(sandboxParts(dir).cloud).resources;
const vpcOf = (account: string) => resources().find((each) => each.account === account && each.type === vpcType);
const drift = (words: string[], options = {}) => sandboxDrift(words, { unset: [], ...options });

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "foundation-commands-"));
  vi.stubEnv("FOUNDATION_SANDBOX", dir);
  said = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  fill();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true, force: true });
});

describe("foundation sandbox show", () => {
  it("counts by account and lists with the stack that owns a thing, filtered", async () => {
    await sandboxShow([], {});
    expect(said).toMatch(/111122223333 {2}eu-west-1 {2}\d+ things: .*1 Vpc/);
    expect(said).toMatch(/aws:ec2\/vpc:Vpc +vpc-\w+ +main +active +dev-network/);
    expect(said).toContain("made by AWS with vpc-");
    said = "";
    await sandboxShow(["dev-network"], {});
    expect(said.split("\n").filter((line) => line.startsWith("aws:"))).toHaveLength(1);
    said = "";
    await sandboxShow([], { account: prod, type: "vpc" });
    expect(said).toContain(vpcOf(prod)?.id);
    expect(said).not.toContain(vpcOf(dev)?.id);
  });

  it("shows one thing in full by its id or TYPE/NAME, and no secret in any form", async () => {
    await sandboxShow([vpcOf(dev)?.id ?? ""], {});
    expect(said).toContain('"cidrBlock": "10.0.0.0/16"');
    expect(said).toContain("urn:pulumi:dev-network");
    said = "";
    await sandboxShow(["Parameter/password"], { json: "-" });
    expect(JSON.parse(said).resources[0].outputs.value).toBe("[secret]");
    await sandboxShow([], {});
    await sandboxShow(["Parameter/password"], {});
    expect(said).not.toContain("hunter2");
  });

  it("tells what is made to fail, and when nothing is there", async () => {
    writeFaults(sandboxParts(dir).cloud, [{ id: "1", service: "ec2", error: "InternalError", rate: 1, seed: 1 }]);
    await sandboxShow(["nothing like it"], {});
    expect(said).toContain("Made to fail");
    expect(said).toContain("nothing matches");
  });
});

describe("foundation sandbox drift", () => {
  it("changes one thing and says what, and whose it is", async () => {
    await drift(["Vpc/network", "enableDnsHostnames=true", "tags.a=b=c"]);
    expect(said).toContain('(dev-network)\n  enableDnsHostnames: false → true\n  tags.a: (absent) → "b=c"');
    expect(vpcOf(dev)?.outputs).toMatchObject({ enableDnsHostnames: true, tagsAll: { a: "b=c" } });
    await drift(["Vpc/network"], { unset: ["tags.a"] });
    expect(vpcOf(dev)?.outputs.tags).toEqual({ Name: "main" });
  });

  it("wants one thing, named well enough", async () => {
    await expect(drift(["Vpc/mian", "enableDnsHostnames=true"])).rejects.toThrow("did you mean Vpc/main");
    await expect(drift(["Vpc/main", "enableDnsHostnames=true"])).rejects.toThrow("is several things");
    await drift(["Vpc/main", "enableDnsHostnames=true"], { account: prod });
    expect(vpcOf(dev)?.outputs.enableDnsHostnames).toBe(false);
    await expect(drift(["Vpc/network"])).rejects.toThrow("say what to change");
    await expect(drift(["Vpc/network", "enableDnsHostnames"])).rejects.toThrow("is no property.path=value");
    await expect(drift(["name=x"], { create: "Parametr" })).rejects.toThrow(/there is no type "Parametr"/);
    await expect(drift(["cidrBlock=10.9.0.0/16"], { create: "Vpc" })).rejects.toThrow("say in which account");
  });

  it("deletes, makes, and hands on what AWS refuses", async () => {
    await drift(["cidrBlock=10.9.0.0/16"], { create: "Vpc", account: dev });
    expect(said).toMatch(/made aws:ec2\/vpc:Vpc vpc-\w+ \(no stack's\)/);
    await expect(drift(["cidrBlock=10.0.0.0/8"], { create: "Vpc", account: dev })).rejects.toThrow(
      "AWS refuses this: InvalidVpc.Range",
    );
    await drift(["Vpc/network"], { delete: true });
    expect(said).toContain("foundation drift dev-network --sandbox reports it");
  });

  it("names the process that uses the cloud", async () => {
    const ownership = await own(sandboxParts(dir).cloud);
    if ("guestPort" in ownership) throw new Error("somebody else uses this test's cloud");
    ownership.serve({ attach: "aws:1", guestPort: 2 });
    await expect(drift(["Vpc/network", "enableDnsHostnames=true"])).rejects.toThrow(`in use by process ${process.pid}`);
    await expect(sandboxReset({ yes: true })).rejects.toThrow(`in use by process ${process.pid}`);
    ownership.release();
  });
});

describe("foundation sandbox reset", () => {
  it("forgets the cloud, the states and the faults, and nothing of the folder beside", async () => {
    const other = path.join(dir, "other");
    writeFileSync(other, "mine");
    await expect(sandboxReset({})).rejects.toThrow("without a terminal pass --yes");
    expect(resources().length).toBeGreaterThan(2);
    await sandboxReset({ yes: true });
    expect(said).toMatch(/forgotten: \d+ simulated things and the state of 1 stack/);
    expect(resources()).toEqual([]);
    expect(existsSync(stateFile(dir, "dev-network"))).toBe(false);
    expect(readFileSync(other, "utf8")).toBe("mine");
    said = "";
    await sandboxReset({});
    expect(said).toContain("is empty");
  });
});
