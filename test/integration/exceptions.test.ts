import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Foundation } from "../support/command";

/** What `foundation` tells of exceptions after a run of the engine; what a pack makes of them: policy-pack.test.ts. */
describe("exceptions in a run", () => {
  const dir = mkdtempSync(path.join(tmpdir(), "foundation-exceptions-"));
  const foundation = new Foundation();
  afterAll(() => {
    foundation.remove();
    rmSync(dir, { recursive: true, force: true });
  });

  it("are told as used, refused or unused, with those that they name", async () => {
    const file = path.join(dir, "exceptions.yaml");
    const entry = (rule: string, resource: string, expires: string) =>
      `  - { rule: ${rule}, resource: '${resource}', owner: network, reason: r, ticket: T-1, since: 2026-11-01, expires: ${expires} }\n`;
    const entries = [
      entry("log-group-kms", "urn:pulumi:dev-network::*", "2026-11-30"),
      entry("nat-per-az", "urn:pulumi:dev-network::*", "2026-11-20"),
      entry("kms-rotation", "urn:pulumi:dev-network::*", "2026-11-30"),
    ];
    writeFileSync(
      file,
      `bounds: [{ owners: [network], severity: high, maximumDays: 30 }]\nexceptions:\n${entries.join("")}`,
    );
    const { code, stdout, json } = await foundation.result(["preview"], {
      FOUNDATION_EXCEPTIONS: file,
      FOUNDATION_TODAY: "2026-11-25",
    });
    expect(code).toBe(0);
    expect(json.exceptions.map(({ rule, state }) => [rule, state])).toEqual([
      ["log-group-kms", "used"],
      ["nat-per-az", "refused"],
      ["kms-rotation", "unused"],
    ]);
    expect(stdout).toMatch(/exception 3 \(kms-rotation, .*\) is used by no finding/);
    const findings = json.stacks.flatMap(({ policies }) => policies);
    expect(findings.find(({ rule }) => rule === "log-group-kms")?.exception).toMatchObject({
      owner: "network",
      daysLeft: 5,
    });
    expect(findings.find(({ rule }) => rule === "nat-per-az")?.message).toContain("exception 2 expired on 2026-11-20");
  });
});
