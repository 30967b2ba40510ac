import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { judged, PackRuns } from "../support/pack-runs";

const source = path.resolve(__dirname, "../../policy-packs/security-baseline");

/** A pack as another team has it: installed from the package that `npm pack` makes, far from this repository. */
describe("a packed policy pack on the real engine", () => {
  let runs: PackRuns;
  let policyPacks: string[];

  beforeAll(async () => {
    runs = await PackRuns.start();
    const folder = path.join(runs.dir, "elsewhere");
    mkdirSync(folder);
    const npm = (args: string[], cwd: string) => promisify(execFile)("npm", args, { cwd });
    await npm(["pack", "--pack-destination", folder], source);
    const [tarball = ""] = readdirSync(folder);
    // What the pack itself needs is in it.
    await npm(["install", "--offline", "--no-audit", "--no-fund", path.join(folder, tarball)], folder);
    policyPacks = [path.join(folder, "node_modules/security-baseline")];
  });
  afterAll(() => runs.stop());

  async function preview(stackName: string, variables: Record<string, string> = {}) {
    const stack = await runs.open(stackName, { rotation: false }, variables);
    const { events, ...rest } = await judged((onEvent) => stack.preview({ policyPacks, onEvent, color: "never" }));
    return { ...rest, found: events.map(({ policyName, enforcementLevel }) => [policyName, enforcementLevel]), events };
  }

  it("holds one file of code and no more than belongs to it", () => {
    expect(readdirSync(policyPacks[0] ?? "").sort()).toEqual([
      "PulumiPolicy.yaml",
      "bundle.js",
      "bundle.js.map",
      "main.js",
      "package.json",
    ]);
  });

  it("judges", async () => {
    expect(await preview("packed")).toMatchObject({ failed: true, found: [["kms-rotation", "mandatory"]] });
  });

  it("takes the exceptions and the standard of who uses it", async () => {
    const exceptions = path.join(runs.dir, "exceptions.yaml");
    const about =
      "resource: '*::key', owner: shop, reason: imported, ticket: SHOP-1, since: 2026-11-01, expires: 2026-11-30";
    writeFileSync(
      exceptions,
      `bounds: [{ owners: [shop], severity: high, maximumDays: 30 }]\nexceptions: [{ rule: kms-rotation, ${about} }]\n`,
    );
    const excepted = await preview("excepted", { FOUNDATION_EXCEPTIONS: exceptions, FOUNDATION_TODAY: "2026-11-24" });
    expect(excepted.failed).toBe(false);
    expect(excepted.events[0]?.message).toContain(
      "(excepted until 2026-11-30, 6 days left, by shop: imported, SHOP-1)",
    );

    const standard = path.join(runs.dir, "standard.yaml");
    writeFileSync(standard, "environments:\n  dev:\n    rules:\n      kms-rotation: { level: disabled }\n");
    expect(await preview("dev-shop", { FOUNDATION_STANDARD: standard })).toMatchObject({ failed: false, found: [] });
    expect(await preview("prod-shop", { FOUNDATION_STANDARD: standard })).toMatchObject({ failed: true });
  });

  it("does not start with a standard that is wrong, and says what is", async () => {
    const standard = path.join(runs.dir, "wrong.yaml");
    writeFileSync(standard, "rules:\n  kms-rotatoin: { level: disabled }\n  kms-rotation: { level: off }\n");
    const { failed, output } = await preview("wrong", { FOUNDATION_STANDARD: standard });
    expect(failed).toBe(true);
    expect(output).toContain("kms-rotatoin");
    expect(output).toContain("rules.kms-rotation.level");
  });
});
