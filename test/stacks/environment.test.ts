import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { EnvironmentError, listEnvironments, loadEnvironment } from "../../stacks/environment";

const own = path.resolve(__dirname, "../../stacks/environments");
const dir = mkdtempSync(path.join(tmpdir(), "environments-"));
afterAll(() => rmSync(dir, { recursive: true }));

interface File {
  [setting: string]: unknown;
  tags: Record<string, unknown>;
  network: Record<string, unknown>;
  cluster: Record<string, unknown>;
}

/** The messages about the file, without the place that each begins with. */
function mistakes(file: object | string): string[] {
  writeFileSync(path.join(dir, "trial.yaml"), typeof file === "string" ? file : stringify(file));
  try {
    loadEnvironment("trial", dir);
    return [];
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return error.message.split("\n").map((line) => line.replace(/^\S+trial\.yaml(:\d+)? /, ""));
  }
}

describe("the environments of this repository", () => {
  const all = listEnvironments().map((name) => loadEnvironment(name));

  it("are in accounts and networks of their own, and protected", () => {
    expect(all.map(({ name }) => name)).toEqual(["dev", "prod", "staging"]);
    expect(new Set(all.map(({ accountId }) => accountId)).size).toBe(3);
    expect(new Set(all.map(({ network }) => network.cidr)).size).toBe(3);
    expect(all.map(({ deletionProtection }) => deletionProtection)).toEqual([true, true, true]);
  });

  it("differ in what they are for", () => {
    expect(all.map(({ network }) => network.natMode)).toEqual(["single", "per-zone", "regional"]);
    expect(all.map(({ cluster }) => cluster.compute)).toEqual(["auto-mode", "auto-mode", "managed-node-groups"]);
  });
});

describe("an environment file", () => {
  let file: File;

  beforeEach(() => {
    file = parse(readFileSync(path.join(own, "dev.yaml"), "utf8"));
  });

  it("is taken as it is when nothing is wrong", () => {
    expect(mistakes(file)).toEqual([]);
    expect(loadEnvironment("trial", dir)).toMatchObject({ name: "trial", region: "eu-west-1" });
  });

  it("gets defaults for what it leaves out", () => {
    const { accountId, region, deployRole, secretsProvider, tags, network } = file;
    const { cidr, zones } = network;
    expect(mistakes({ accountId, region, deployRole, secretsProvider, tags, network: { cidr, zones } })).toEqual([]);
    expect(loadEnvironment("trial", dir)).toMatchObject({
      deletionProtection: true,
      network: { natMode: "per-zone", interfaceEndpoints: [], flowLogRetentionInDays: 90 },
      cluster: { compute: "auto-mode", logRetentionInDays: 90, accessEntries: {}, nodeGroups: {} },
    });
  });

  it("fails with a line for each mistake, in the order of the file", () => {
    const text = readFileSync(path.join(own, "dev.yaml"), "utf8")
      .replace("region: eu-west-1\n", "regoin: eu-west-1\n")
      .replace("  owner: platform-team\n", "")
      .replace("10.10.0.0/16", "10.10.0.0/33")
      .replace("flowLogRetentionInDays: 30", "flowLogRetentionInDays: 31")
      .replace("compute: auto-mode", "compute: automatic");
    writeFileSync(path.join(dir, "five.yaml"), text);
    const place = (line: number) => `${path.join(dir, "five.yaml")}:${line}`;
    const message = (() => {
      try {
        return loadEnvironment("five", dir);
      } catch (error) {
        return (error as EnvironmentError).message;
      }
    })();
    expect(String(message).split("\n")).toEqual([
      `${place(4)} regoin: is no setting; did you mean region?`,
      `${place(9)} tags.owner: is missing; must be a string, e.g. "platform-team"`,
      `${place(14)} network.cidr: "10.10.0.0/33" must be an IPv4 range of /16 to /24 written from its first address, e.g. 10.0.0.0/16`,
      `${place(19)} network.flowLogRetentionInDays: 31 must be a period CloudWatch Logs offers: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days`,
      `${place(23)} cluster.compute: "automatic" must be one of auto-mode, managed-node-groups`,
    ]);
  });

  it.each<[what: string, change: (file: File) => void, mistake: string]>([
    [
      "an account that YAML reads as a number",
      (f) => Object.assign(f, { accountId: 111122223333 }),
      'accountId: 111122223333 must be in quotes, e.g. "111122223333"',
    ],
    ["a tag without value", (f) => Object.assign(f.tags, { owner: "" }), 'tags.owner: "" must not be empty'],
    [
      "an unknown classification",
      (f) => Object.assign(f.tags, { "data-classification": "secret" }),
      'tags.data-classification: "secret" must be one of public, internal, confidential, restricted',
    ],
    [
      "a tag that is derived",
      (f) => Object.assign(f.tags, { environment: "dev" }),
      'tags.environment: "dev" is set by foundation; leave it out',
    ],
    [
      "a passphrase",
      (f) => Object.assign(f, { secretsProvider: "passphrase" }),
      'secretsProvider: "passphrase" must be a KMS key, e.g. awskms://',
    ],
    [
      "a zone of another region",
      (f) => Object.assign(f.network, { zones: ["eu-west-1a", "eu-west-2b"] }),
      'network.zones.1: "eu-west-2b" must be a zone of eu-west-1, e.g. eu-west-1a',
    ],
    [
      "a block with host bits",
      (f) => Object.assign(f.network, { cidr: "10.10.1.0/16" }),
      'network.cidr: "10.10.1.0/16" must be an IPv4 range of /16 to /24 written from its first address',
    ],
    [
      "no subnets for nodes",
      (f) => Object.assign(f.network, { tiers: ["public", "intra"], natMode: "none" }),
      "network.tiers: must have private and intra, where the cluster's nodes and control plane stand",
    ],
    [
      "a setting of the network under another name",
      (f) => Object.assign(f.network, { nat: "single" }),
      "network.nat: is no setting; here are cidr, zones, tiers",
    ],
    [
      "a Kubernetes version without standard support",
      (f) => Object.assign(f.cluster, { version: "1.29" }),
      'cluster.version: "1.29" must be a Kubernetes version from 1.34 up',
    ],
    [
      "node groups beside Auto Mode",
      (f) => Object.assign(f.cluster, { nodeGroups: { general: nodeGroup } }),
      "cluster.nodeGroups: must be left out when compute is auto-mode",
    ],
    [
      "managed node groups without any",
      (f) => Object.assign(f.cluster, { compute: "managed-node-groups" }),
      "cluster.nodeGroups: must name at least one when compute is managed-node-groups",
    ],
    [
      "a second entry of the deploying role",
      (f) => Object.assign(f.cluster, { accessEntries: { ci: { ...entry, principalArn: deployRole } } }),
      `cluster.accessEntries.ci.principalArn: "${deployRole}" has another entry; EKS takes one`,
    ],
    [
      "the key of the deploying role's entry",
      (f) => Object.assign(f.cluster, { accessEntries: { "deploy-role": entry } }),
      "cluster.accessEntries.deploy-role: is the entry of deployRole; choose another key",
    ],
    [
      "an entry of no kind",
      (f) => Object.assign(f.cluster, { accessEntries: { ci: null } }),
      "cluster.accessEntries.ci: must be an object",
    ],
  ])("fails with %s", (_what, change, mistake) => {
    change(file);
    expect(mistakes(file)).toEqual([expect.stringContaining(mistake)]);
  });

  it.each<[what: string, change: (file: File) => void]>([
    ["a tag of one's own", (f) => Object.assign(f.tags, { team: "payments" })],
    [
      "managed node groups",
      (f) => Object.assign(f.cluster, { compute: "managed-node-groups", nodeGroups: { general: nodeGroup } }),
    ],
    [
      "zones of another region, with the region",
      (f) => Object.assign(f, { region: "us-east-1", network: { ...f.network, zones: ["us-east-1a", "us-east-1b"] } }),
    ],
    ["a role with a path", (f) => Object.assign(f, { deployRole: "platform/foundation-deploy" })],
    ["entries of others", (f) => Object.assign(f.cluster, { accessEntries: { ci: entry } })],
  ])("may have %s", (_what, change) => {
    change(file);
    expect(mistakes(file)).toEqual([]);
  });

  it("is told everything that is wrong with what reviews go by", () => {
    const wrong = {
      ...{ maxMonthlyDelta: 200, approveAt: { data: "terrible", acess: "high" } },
      ...{ usage: { natGatewayGb: -1, logGb: "5" }, risks: { "stateful-deleted": "fine" } },
    };
    expect(mistakes({ ...file, review: wrong })).toEqual([
      "review.maxMonthlyDelta: is no setting; did you mean maxMonthlyDeltaUsd?",
      'review.approveAt.data: "terrible" must be one of critical, high, medium, low, never',
      "review.approveAt.acess: is no setting; did you mean access?",
      "review.usage.natGatewayGb: -1 must be at least 0",
      'review.usage.logGb: "5" must be a number',
      'review.risks.stateful-deleted: "fine" must be one of critical, high, medium, low, ignore',
    ]);
  });

  it("is told what is wrong between settings even if others are wrong by themselves", () => {
    Object.assign(file, { accountId: "1" });
    Object.assign(file.cluster, { version: "1", nodeGroups: { general: nodeGroup } });
    expect(mistakes(file)).toEqual([
      expect.stringMatching(/^accountId: "1" must be/),
      expect.stringMatching(/^cluster\.version: "1" must be/),
      expect.stringMatching(/^cluster\.nodeGroups: must be left out/),
    ]);
  });

  it.each([
    ["no YAML", "region: [eu\nnetwork:\n", /^is no YAML: /],
    ["the same setting twice", "region: a\nregion: b\n", /^is no YAML: Map keys must be unique$/],
    ["no settings", "", /^accountId: is missing; /],
    ["a list", "- a\n", /^must be an object$/],
  ])("fails with %s", (_what, text, first) => {
    expect(mistakes(text)[0]).toMatch(first);
  });

  it("fails with the environments there are when there is no such file", () => {
    expect(() => loadEnvironment("qa", own)).toThrow(
      /qa\.yaml does not exist; the environments are dev, prod, staging$/,
    );
  });

  it("fails with a name that cannot be a cluster's", () => {
    writeFileSync(path.join(dir, "My_Env.yaml"), stringify(file));
    expect(() => loadEnvironment("My_Env", dir)).toThrow("must be named by 1 to 32 lower-case letters");
  });
});

const deployRole = "arn:aws:iam::111122223333:role/foundation-deploy";
const entry = { principalArn: "arn:aws:iam::111122223333:role/ci", accessPolicy: "edit" };
const nodeGroup = { instanceTypes: ["m7g.large"], minSize: 1, maxSize: 2 };
