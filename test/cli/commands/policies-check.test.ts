import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Ajv2020 from "ajv/dist/2020";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { policiesCheck } from "../../../cli/commands/policies-check";
import { WrongUse } from "../../../cli/errors";
import type { CheckResult } from "../../../cli/policies/check-result";
import { packs } from "../../../policy-packs/rules";

const dir = mkdtempSync(path.join(tmpdir(), "foundation-check-"));
const published = path.resolve(__dirname, "../../../docs/reference/policies-check.schema.json");
const validate = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(published, "utf8")));

const { exitCode } = process;
beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = exitCode;
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const file = (name: string, content: string) => {
  writeFileSync(path.join(dir, name), content);
  return path.join(dir, name);
};
const key = (stack: string, name: string, inputs: object) => {
  const urn = `urn:pulumi:${stack}::shop::aws:kms/key:Key::${name}`;
  return { urn, type: "aws:kms/key:Key", custom: true, id: name, inputs, outputs: inputs };
};
const state = (...resources: object[]) => JSON.stringify({ version: 3, deployment: { resources } });
const good = { enableKeyRotation: true, tags: { owner: "shop", environment: "prod", "cost-center": "1000" } };

async function check(...states: string[]): Promise<CheckResult> {
  const json = path.join(dir, "result.json");
  await policiesCheck({ state: states, sandbox: false, verbose: false, json });
  const result = JSON.parse(readFileSync(json, "utf8"));
  expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
  return result;
}

it("exits 3 where a mandatory rule is violated, and tells of each state", async () => {
  const bad = file("bad.json", state(key("shop-dev", "bad", {})));
  const fine = file("fine.json", state(key("shop-prod", "good", good)));
  const { states, totals, standard } = await check(bad, fine);
  expect(process.exitCode).toBe(3);
  const told = states.map(({ source, stack, policies }) => [
    source,
    stack,
    policies.some(({ rule }) => rule === "kms-rotation"),
  ]);
  expect(told).toEqual([
    [bad, "shop-dev", true],
    [fine, "shop-prod", false],
  ]);
  expect(totals.mandatory).toBeGreaterThan(0);
  expect(standard.presets).toEqual({ "shop-dev": "standard", "shop-prod": "standard" });
});

it("exits 0 where none is, also while rules are introduced, and says from when it counts", async () => {
  const bad = file("bad.json", state(key("shop-dev", "bad", {})));
  vi.stubEnv("FOUNDATION_TODAY", "2027-01-31");
  vi.stubEnv(
    "FOUNDATION_STANDARD",
    file("standard.yaml", `introductions: [{ packs: [${Object.keys(packs)}], mandatoryFrom: 2027-02-01 }]`),
  );
  const { states, standard } = await check(bad);
  vi.unstubAllEnvs();
  const [finding] = (states[0]?.policies ?? []).filter(({ rule }) => rule === "kms-rotation");
  expect(finding).toMatchObject({
    level: "advisory",
    message: "the key does not rotate: set enableKeyRotation to true (mandatory from 2027-02-01, 1 day)",
  });
  expect(standard.introductions).toMatchObject([{ packs: Object.keys(packs), daysLeft: 1 }]);
  expect(process.exitCode).toBe(0);
});

it.each<[string, string[], RegExp]>([
  ["no state at all", [], /policies check needs states: --state FILE/],
  ["a file that is not there", [path.join(dir, "missing.json")], /missing\.json cannot be read: ENOENT/],
  ["a file that is no state", [file("none.json", '{"version":3}')], /none\.json: deployment is missing/],
  [
    "two of them",
    [file("text.json", "hello"), file("old.json", '{"version":1,"deployment":{}}')],
    /text\.json: it is no JSON\n.*old\.json: version must be 3 or 4/s,
  ],
])("refuses %s", async (_what, states, message) => {
  const refused = check(...states);
  await expect(refused).rejects.toThrow(WrongUse);
  await expect(refused).rejects.toThrow(message);
});

it("refuses a standard with mistakes", async () => {
  vi.stubEnv("FOUNDATION_STANDARD", file("wrong.yaml", "preset: strict\n"));
  await expect(check(file("fine.json", state()))).rejects.toThrow(/wrong\.yaml:1 preset: "strict" must be one of/);
  vi.unstubAllEnvs();
});
