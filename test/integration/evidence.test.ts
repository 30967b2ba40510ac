import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Log } from "sarif";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Evidence, evidenceSchema } from "../../cli/evidence/schema";
import { type Ended, Foundation, projectRoot } from "../support/command";
import { hasPython, trestleErrors } from "../support/trestle";

// One gateway for all zones is what dev's file asks for, and nat-per-az advises against.
const exceptions = `
bounds: [{ owners: [platform-network], severity: low, maximumDays: 90 }]
exceptions:
  - rule: nat-per-az
    resource: urn:pulumi:dev-network::foundation::*
    owner: platform-network
    reason: dev may be without a way out for a while
    ticket: NET-7
    since: 2026-11-01
    expires: 2026-12-31
`;

describe("foundation evidence on the real engine", () => {
  const foundation = new Foundation();
  const dir = mkdtempSync(path.join(tmpdir(), "foundation-evidence-"));
  const env = { FOUNDATION_EXCEPTIONS: path.join(dir, "exceptions.yaml"), FOUNDATION_TODAY: "2026-11-25" };
  const out = path.join(dir, "evidence");
  const read = (name: string) => readFileSync(path.join(out, name), "utf8");
  let ended: Ended;
  let evidence: Evidence;

  beforeAll(async () => {
    writeFileSync(env.FOUNDATION_EXCEPTIONS, exceptions);
    ended = await foundation.run(["evidence", "dev", "--sandbox", "--out", out], env);
    evidence = evidenceSchema.parse(JSON.parse(read("evidence.json")));
  });
  afterAll(() => {
    foundation.remove();
    rmSync(dir, { recursive: true, force: true });
  });

  it("judges every resource of the environment that a rule is about, and says that the cloud was simulated", () => {
    expect(evidence).toMatchObject({ complete: true, provenance: { sandbox: true, day: "2026-11-25" } });
    expect(evidence.stacks.map(({ stack }) => stack)).toEqual(["dev-network", "dev-cluster"]);
    for (const { results, resources } of evidence.stacks) {
      expect(results.passed).toBeGreaterThan(0);
      expect(results.crashed).toBe(0);
      expect(Object.values(results).reduce((sum, n) => sum + n)).toBeLessThanOrEqual(resources);
    }
    expect(ended.stdout).toContain("evidence.md");
  });

  it("shows that the network's flow log speaks for the control that asks for one", () => {
    const cis = evidence.frameworks.find(({ framework }) => framework === "cis-aws-5.0");
    const control = cis?.controls.find(({ id }) => id === "3.7");
    expect(control).toMatchObject({ state: "no-findings", rules: ["vpc-flow-logs"] });
    expect(control?.stacks["dev-network"]?.passed).toBe(1);
  });

  it("keeps what an exception accepts in sight, with its owner and its end, in all four files", () => {
    const accepted = evidence.outcomes.filter(({ result }) => result === "excepted");
    expect(accepted.map(({ rule }) => rule)).toContain("nat-per-az");
    const [finding] = accepted.flatMap(({ findings }) => findings);
    expect(finding?.exception).toMatchObject({ owner: "platform-network", ticket: "NET-7", daysLeft: 36 });
    for (const name of ["evidence.md", "policies.sarif", "oscal-assessment-results.json"]) {
      for (const word of ["platform-network", "NET-7", "2026-12-31"]) expect(read(name)).toContain(word);
    }
  });

  it("names no folder of the machine", () => {
    for (const name of ["evidence.json", "evidence.md", "policies.sarif", "oscal-assessment-results.json"]) {
      for (const folder of [projectRoot, foundation.sandbox, dir]) expect(read(name)).not.toContain(folder);
    }
  });

  it.skipIf(!hasPython)("is OSCAL by compliance-trestle (skipped where there is no python3 with venv)", async () => {
    expect(await trestleErrors([path.join(out, "oscal-assessment-results.json")])).toBe("");
  });

  it("agrees with the SARIF of foundation preview, and ends as that does", async () => {
    const file = path.join(dir, "preview.sarif");
    const preview = await foundation.run(["preview", "dev", "--sandbox", "--sarif", file], env);
    const resultsIn = (text: string) => (JSON.parse(text) as Log).runs[0]?.results ?? [];
    const sorted = (text: string) =>
      resultsIn(text).sort((a, b) =>
        JSON.stringify(a.partialFingerprints) < JSON.stringify(b.partialFingerprints) ? -1 : 1,
      );
    expect(sorted(readFileSync(file, "utf8"))).toEqual(sorted(read("policies.sarif")));
    expect(resultsIn(read("policies.sarif")).some(({ suppressions = [] }) => suppressions.length > 0)).toBe(true);
    expect(preview.code).toBe(ended.code);
  });
});
