import { afterAll, expect, it } from "vitest";
import { ChangedCopy } from "../support/changed-copy";
import { Foundation } from "../support/command";

const copy = new ChangedCopy();
const foundation = new Foundation(copy.root);
afterAll(() => {
  foundation.remove();
  copy.remove();
});

it("a policy violation exits 3, at preview and at up, and nothing is applied", async () => {
  copy.change("components/encryption-key/encryption-key.ts", "enableKeyRotation: true", "enableKeyRotation: false");
  const preview = await foundation.result(["preview", "dev"]);
  expect(preview.code).toBe(3);
  expect(preview.json.stacks.map(({ stack, result }) => `${stack} ${result}`)).toEqual([
    "dev-network succeeded",
    "dev-cluster violated",
  ]);
  expect(preview.json.stacks[1]?.policies).toMatchObject([
    { pack: "foundation", rule: "kms-rotation", level: "mandatory" },
  ]);
  expect(preview.stdout).toContain("kms-rotation");

  const up = await foundation.result(["up", "dev", "--yes"]);
  expect(up.code).toBe(3);
  const after = await foundation.result(["preview", "dev-network"]);
  expect(after.json.totals.same).toBe(0);
  copy.change("components/encryption-key/encryption-key.ts", "enableKeyRotation: false", "enableKeyRotation: true");
});

it("a stack whose program throws says which component and which argument, without a stack trace; the others go on", async () => {
  copy.change(
    "stacks/network.ts",
    "new Network(name, settings,",
    'new Network(name, { ...settings, natMode: (name === "dev" ? "two" : settings.natMode) as never },',
  );
  const { code, stdout, json } = await foundation.result(["preview", "network"]);
  expect(code).toBe(1);
  expect(json.stacks.map(({ stack, result }) => `${stack} ${result}`)).toEqual([
    "dev-network failed",
    "prod-network succeeded",
    "staging-network succeeded",
  ]);
  expect(stdout).toMatch(/error dev-network: dev: invalid arguments\n\s+- natMode: /);
  expect(stdout).not.toMatch(/^\s+at /m);
});

it("stops, with exit 5, before a replacement that only shows once the stack below is applied", async () => {
  copy.change(
    "stacks/network.ts",
    'natMode: (name === "dev" ? "two" : settings.natMode) as never',
    "natMode: settings.natMode",
  );
  copy.change(
    "stacks/cluster.ts",
    "  const key = new EncryptionKey(",
    `  network.vpcId.apply((id) => new aws.cloudwatch.LogGroup(name, { name: id, retentionInDays: 365 }, { provider: providers.aws }));
  const key = new EncryptionKey(`,
  );
  copy.change("stacks/cluster.ts", "import ", 'import * as aws from "@pulumi/aws";\nimport ');
  expect((await foundation.run(["up", "dev", "--sandbox", "--yes"])).code).toBe(0);

  // Which ID that is nobody knows before it is made, and so no preview what comes of it.
  const other =
    'new aws.ec2.Eip("other", { domain: "vpc" }, { provider }).id.apply((id) => id.replace("eipalloc", "vpc"))';
  copy.change("stacks/network.ts", "return { vpcId,", `return { vpcId: ${other},`);
  copy.change("stacks/network.ts", "import ", 'import * as aws from "@pulumi/aws";\nimport ');
  const { code, json, stdout } = await foundation.result(["up", "dev", "--yes"]);
  expect(code).toBe(5);
  expect(json.stacks.map(({ stack, result }) => `${stack} ${result}`)).toEqual([
    "dev-network succeeded",
    "dev-cluster skipped",
  ]);
  expect(stdout).toContain("not what was reviewed: replace aws:cloudwatch/logGroup:LogGroup dev");
});
