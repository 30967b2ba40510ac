import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { standardInForce, standardLines } from "../../../cli/report/standard";
import { peekStandard } from "../../../policy-packs/core/standard/file";

const dir = mkdtempSync(path.join(tmpdir(), "foundation-standard-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const file = path.join(dir, "standard.yaml");
writeFileSync(
  file,
  `preset: starter
environments: { prod: { preset: regulated } }
introductions:
  - { packs: [reliability], rules: [kms-rotation], environments: [prod], mandatoryFrom: 2027-02-01 }
  - { packs: [kubernetes-baseline], mandatoryFrom: 2026-11-25 }
`,
);
const read = peekStandard({ FOUNDATION_STANDARD: file });
const today = "2026-11-25";

it("tells each stack's preset, and the introductions that are not over", () => {
  const standard = standardInForce(["dev-network", "prod-network", "prod-cluster"], read, today);
  expect(standardLines(standard)).toEqual([
    "standard: starter (dev-network), regulated (prod-network, prod-cluster)",
    "introduced: reliability, kms-rotation in prod, mandatory from 2027-02-01 (68 days)",
  ]);
});

it("tells a preset that all have by its name alone", () => {
  expect(standardLines(standardInForce(["dev-network", "dev-cluster"], {}, today))).toEqual(["standard: standard"]);
  expect(standardLines(standardInForce([], {}, today))).toEqual([]);
});
