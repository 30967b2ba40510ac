import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../../support/command";
import { actionlintFindings, zizmorFindings } from "../../support/linters/linters";
import { hasPython } from "../../support/linters/venv";

const folder = path.join(projectRoot, ".github/workflows");
const files = readdirSync(folder).map((file) => path.join(folder, file));

const hasGo = ((): boolean => {
  try {
    execFileSync("go", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

/** Lints a copy of a workflow with a mistake in it: so a linter that looks at nothing is found out. */
async function broken(name: string, change: (text: string) => string, lint: (folder: string) => Promise<string>) {
  const root = mkdtempSync(path.join(tmpdir(), "foundation-workflows-"));
  const copy = path.join(root, ".github/workflows");
  try {
    mkdirSync(copy, { recursive: true });
    const text = readFileSync(path.join(folder, name), "utf8");
    expect(change(text)).not.toBe(text);
    writeFileSync(path.join(copy, name), change(text));
    return await lint(copy);
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe.skipIf(!hasGo)("actionlint (skipped where there is no go)", { timeout: 300_000 }, () => {
  it("finds nothing in the workflows", async () => {
    expect(files.length).toBeGreaterThan(3);
    expect(await actionlintFindings(files)).toBe("");
  });

  it("finds an output that no job has", async () => {
    const change = (text: string) => text.replace("needs.affected.outputs.stacks", "needs.affected.outputs.stakcs");
    const said = await broken("review.yml", change, (copy) => actionlintFindings([path.join(copy, "review.yml")]));
    expect(said).toContain("stakcs");
  });
});

describe.skipIf(!hasPython)("zizmor (skipped where there is no python3 with venv)", { timeout: 300_000 }, () => {
  it("finds nothing in the workflows", async () => {
    expect(await zizmorFindings(folder)).toBe("");
  });

  it.each([
    [
      "template-injection",
      (text: string) => text.replace('"$BASE"', ["$", "{{ github.event.pull_request.title }}"].join("")),
    ],
    ["unpinned-uses", (text: string) => text.replace(/actions\/checkout@\w+/, "actions/checkout@v7")],
    ["artipacked", (text: string) => text.replaceAll("persist-credentials: false", "submodules: false")],
    ["excessive-permissions", (text: string) => text.replace("permissions: {}", "permissions: write-all")],
    ["dangerous-triggers", (text: string) => text.replace("pull_request:", "pull_request_target:")],
  ])("finds %s", async (audit, change) => {
    expect(await broken("review.yml", change, zizmorFindings)).toContain(audit);
  });
});
