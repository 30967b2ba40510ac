import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv2020 from "ajv/dist/2020";
import { expect, it } from "vitest";
import { listPolicies } from "../../../cli/policies/list";
import { policiesSummary } from "../../../cli/policies/list-summary";
import type { StandardFile } from "../../../policy-packs/core/standard/schema";
import { settingsOf } from "../../../policy-packs/core/standard/settings";
import { packs } from "../../../policy-packs/rules";

const file: StandardFile = {
  environments: { prod: { preset: "regulated" }, live: { stacks: ["*-production"] } },
  introductions: [{ rules: ["kms-rotation"], environments: ["prod"], mandatoryFrom: "2999-02-01" }],
};
const today = "2026-11-25";
const exception = { rule: "kms-rotation", resource: "urn:*", owner: "shop", expires: "2026-11-30" };
const entries = [
  { position: 1, exception },
  { position: 2, exception: { ...exception, expires: "2026-11-01" } },
  { position: 3, exception: { rule: "kms-rotation" }, problem: "ticket: must not be empty" },
];
const standard = { file, settings: settingsOf(file, packs, today), exceptions: { entries, today } };
const list = () => listPolicies(standard, packs, ["dev"], ["security-baseline"]);
const rule = (name: string) => list().rules.find((one) => one.name === name);

it("lists rules with their level and parameters in each environment, in the published form", () => {
  const result = list();
  expect(result.environments).toEqual([
    { name: "dev", preset: "standard", stacks: ["dev-*"] },
    { name: "live", preset: "standard", stacks: ["*-production"] },
    { name: "prod", preset: "regulated", stacks: ["prod-*"] },
  ]);
  expect(result.rules).toHaveLength(packs["security-baseline"]?.length ?? 0);
  expect(rule("log-group-retention")).toMatchObject({
    severity: "medium",
    levels: { dev: "mandatory", live: "mandatory", prod: "mandatory" },
    parameters: { dev: { min: 30, max: 3653 }, prod: { min: 365, max: 3653 } },
    controls: { "pci-4.0": expect.any(Array) },
  });
  expect(rule("s3-access-logging")?.levels).toEqual({ dev: "advisory", live: "advisory", prod: "mandatory" });
  expect(rule("kms-rotation")).toMatchObject({
    levels: { dev: "mandatory", prod: "advisory" },
    mandatoryFrom: { prod: "2999-02-01" },
  });
  const published = readFileSync(path.resolve(__dirname, "../../../docs/reference/policies.schema.json"), "utf8");
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(published));
  expect(validate(JSON.parse(JSON.stringify(result))), JSON.stringify(validate.errors)).toBe(true);
});

it("says what is accepted and for how long, and why an entry does not count", () => {
  const result = list();
  expect(result.exceptions).toMatchObject([
    { position: 1, daysLeft: 5 },
    { position: 2, daysLeft: -24 },
    { position: 3, problem: "ticket: must not be empty" },
  ]);
  const text = policiesSummary(result);
  expect(text).toContain("1 kms-rotation urn:* (shop) until 2026-11-30, 5 days left");
  expect(text).toContain("2 kms-rotation urn:* (shop) expired on 2026-11-01");
  expect(text).toContain("3 kms-rotation  () does not count: ticket: must not be empty");
});

it("shows parameters only where they differ from the rule's own, and introductions with their day", () => {
  const text = policiesSummary(list());
  expect(text).toMatch(/log-group-retention +medium +mandatory +mandatory +mandatory .*\n +min: 365 \(prod\)\n/);
  expect(text).not.toContain("max: 3653");
  expect(text).toMatch(/kms-rotation +medium +mandatory +mandatory +advisory until 2999-02-01/);
  expect(text).toContain("introduced: kms-rotation in prod, mandatory from 2999-02-01");
});
