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
    { pack: "security-baseline", rule: "kms-rotation", level: "mandatory" },
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
