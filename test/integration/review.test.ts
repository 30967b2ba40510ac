import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { ChangedCopy } from "../support/changed-copy";
import { Foundation } from "../support/command";

const copy = new ChangedCopy();
const foundation = new Foundation(copy.root);
afterAll(() => {
  foundation.remove();
  copy.remove();
});

const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", ...args], {
    cwd: copy.root,
    encoding: "utf8",
  });
/** A base is what is committed: its own environment files, which those of the test would hide in this tree too. */
const env = { FOUNDATION_ENVIRONMENTS: path.join(copy.root, "stacks/environments") };
const markdown = path.join(copy.root, "review.md");
const review = (...args: string[]) =>
  foundation.run(["review", "dev", "--base", "base", "--sandbox", "--markdown", markdown, ...args], env);

it("tells what a working tree changes against its base, which is applied once", async () => {
  // The modules are a link here, which the pattern for a folder does not ignore.
  git("init", "--quiet");
  git("add", "--all", "--", ":!node_modules");
  git("commit", "--quiet", "--message", "base");
  git("branch", "base");

  copy.change("stacks/environments/dev.yaml", "natMode: single", "natMode: per-zone");
  const first = await review();
  expect([first.code, first.stderr]).toEqual([0, expect.stringContaining("applying dev of the base")]);
  const report = readFileSync(markdown, "utf8");
  expect(report).toMatch(/^## \S+ 2 changes could interrupt what runs .*month$/m);
  expect(report).toContain(`compared with <code>base (${git("rev-parse", "base").slice(0, 12)})</code>`);

  // What others add to the base afterwards is no part of the change.
  copy.change("stacks/environments/dev.yaml", "natMode: per-zone", "natMode: single");
  git("checkout", "--quiet", "-b", "work");
  git("commit", "--quiet", "--allow-empty", "--message", "work");
  const again = await review();
  expect(again.stderr).not.toContain("applying dev");
  expect(again.stdout).toContain("Nothing would change in 2 stacks");
  rmSync(markdown);
  expect(git("status", "--porcelain", "--", ":!node_modules")).toBe("");
});

it("says what is wrong with a base", async () => {
  const { code, stderr } = await foundation.run(["review", "dev", "--base", "nowhere", "--sandbox"], env);
  expect([code, stderr]).toEqual([2, expect.stringContaining('there is no commit "nowhere" here')]);
});
