import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { driftResult, type ResourceDrift, type StackDrift } from "../../../cli/drift/result";
import { driftSummary } from "../../../cli/drift/summary";
import { finishDrift } from "../../../cli/finish";

const changed: ResourceDrift = {
  urn: "urn:pulumi:dev-network::foundation::aws:ec2/subnet:Subnet::private",
  type: "aws:ec2/subnet:Subnet",
  name: "private",
  id: "subnet-1",
  components: ["Network dev"],
  kind: "changed",
  danger: false,
  properties: [
    { path: "enableDns64", kind: "update", managed: true, recorded: false, actual: true },
    { path: "tags.Owner", kind: "add", managed: true, actual: "alice" },
  ],
};
const deleted: ResourceDrift = {
  ...changed,
  type: "aws:kms/key:Key",
  name: "data",
  id: "key-1",
  components: [],
  kind: "deleted",
  danger: true,
  status: "PendingDeletion",
  properties: [],
};
const foreign: ResourceDrift = {
  ...changed,
  name: "group",
  id: "sg-1",
  danger: true,
  properties: [{ path: "ingress[0]", kind: "add", managed: false, actual: { cidrBlocks: ["0.0.0.0/0"] } }],
};

const stack = (layer: string, result: StackDrift["result"], drift: ResourceDrift[] = []): StackDrift => ({
  stack: `dev-${layer}`,
  environment: "dev",
  layer,
  result,
  durationMs: 100,
  resources: 3,
  drift,
  diagnostics: [],
});

const summary = (stacks: StackDrift[], { sandbox = true, accepted = false } = {}) =>
  driftSummary(driftResult({ sandbox, accepted, stacks }, 200), { verbose: false });

describe("what is said of drift", () => {
  it("puts the dangerous of all stacks first, each property with both values", () => {
    const text = summary([stack("network", "drifted", [changed]), stack("cluster", "drifted", [deleted])]);
    expect(text.indexOf("aws:kms/key:Key data  PendingDeletion")).toBeLessThan(text.indexOf("aws:ec2/subnet:Subnet"));
    expect(text).toMatch(/aws:ec2\/subnet:Subnet private in Network dev {2}subnet-1/);
    expect(text).toMatch(/enableDns64 +false → true/);
    expect(text).toMatch(/tags\.Owner +\(absent\) → "alice"/);
  });

  it("says how to undo and accept, and what only hands can undo", () => {
    const text = summary([stack("network", "drifted", [changed, foreign]), stack("cluster", "clean")]);
    expect(text).toContain("npx foundation up dev-network --refresh --sandbox");
    expect(text).toContain("npx foundation drift dev-network --accept --sandbox");
    expect(text).toContain("1 property that no program sets");
    expect(text).toContain("sg-1 ingress[0]");
    const account = summary([stack("cluster", "drifted", [deleted])], { sandbox: false });
    expect(account).toContain("aws kms cancel-key-deletion --key-id key-1");
    expect(account).not.toContain("--sandbox");
  });

  it("gives no advice where nothing drifted or all was accepted", () => {
    expect(summary([stack("network", "clean")])).not.toContain("What to do");
    const accepted = summary([stack("network", "drifted", [changed])], { accepted: true });
    expect(accepted).not.toContain("What to do");
    expect(accepted).toContain("The states of dev-network record this now");
  });
});

describe("the exit code of drift", () => {
  beforeEach(() => void vi.spyOn(process.stdout, "write").mockReturnValue(true));
  afterEach(() => vi.restoreAllMocks());
  const code = (stacks: StackDrift[], accepted = false) =>
    finishDrift({ sandbox: true, verbose: false }, 10, { stacks, accepted });

  it("is 0 without drift, 4 with it, 1 where a stack was not read, 130 when cancelled", () => {
    expect(code([stack("network", "clean"), stack("cluster", "skipped")])).toBe(0);
    expect(code([stack("network", "clean"), stack("cluster", "drifted", [changed])])).toBe(4);
    expect(code([stack("network", "failed"), stack("cluster", "drifted", [changed])])).toBe(1);
    expect(code([stack("network", "drifted", [changed])], true)).toBe(0);
    expect(code([stack("network", "cancelled")])).toBe(130);
  });
});
