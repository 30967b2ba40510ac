import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { inOrder, type Waves } from "../../../ci/scaffold/environments";
import { gitHubFiles } from "../../../ci/scaffold/github";
import { type ScaffoldOptions, scaffold } from "../../../ci/scaffold/scaffold";
import { loadEnvironment } from "../../../stacks/environment";
import { projectRoot } from "../../support/command";
import { gitLabJobs } from "../../support/linters/gitlab";
import { cfnLintFindings } from "../../support/linters/linters";
import { hasPython } from "../../support/linters/venv";

const ids = { repository: "example/platform", repositoryId: "42", ownerId: "7" };

describe("foundation scaffold ci", () => {
  let out: string;
  beforeEach(() => {
    out = mkdtempSync(path.join(tmpdir(), "foundation-scaffold-"));
  });
  afterEach(() => rmSync(out, { recursive: true }));
  const write = (more: Partial<ScaffoldOptions> = {}) =>
    scaffold({ provider: "github", out, force: false, ...ids, ...more });
  const at = (file: string) => path.join(out, file);

  it("writes for GitHub the workflows of this repository, and a template for each account", () => {
    expect(write().map(({ path: file, written }) => [file, written])).toEqual([
      [".github/workflows/review.yml", true],
      [".github/workflows/deploy.yml", true],
      [".github/workflows/drift.yml", true],
      ["bootstrap/111122223333-eu-west-1.json", true],
      ["bootstrap/444455556666-eu-west-1.json", true],
      ["bootstrap/777788889999-eu-central-1.json", true],
    ]);
    for (const name of readdirSync(at(".github/workflows"))) {
      const file = `.github/workflows/${name}`;
      expect(readFileSync(at(file), "utf8")).toBe(readFileSync(path.join(projectRoot, file), "utf8"));
    }
    expect(readFileSync(at("bootstrap/111122223333-eu-west-1.json"), "utf8")).toContain("repo:example@7/platform@42:");
  });

  it("overwrites what is not its own only with --force, and then nothing by halves", () => {
    write();
    expect(write().every(({ written }) => !written)).toBe(true);
    writeFileSync(at(".github/workflows/drift.yml"), "mine");
    writeFileSync(at(".github/workflows/review.yml"), "mine too");
    rmSync(at("bootstrap"), { recursive: true });
    expect(() => write()).toThrow(/review.yml is there.*\n.*drift.yml is there/);
    expect(existsSync(at("bootstrap"))).toBe(false);
    expect(write({ force: true }).filter(({ written }) => written)).toHaveLength(5);
    expect(readFileSync(at(".github/workflows/drift.yml"), "utf8")).not.toBe("mine");
  });

  it("tells every mistake at once, with how to put it right, and writes nothing", () => {
    const wrong = { repository: "no slash", repositoryId: "x", ownerId: undefined, order: "dev,qa,dev" };
    const act = () => write(wrong);
    for (const words of [
      "--repository no slash is not OWNER/NAME",
      "--repository-id x is no number; gh api",
      "--owner-id is missing",
      "--order names qa, which has no file",
      "--order names dev twice",
      "--order leaves out prod",
      "--order leaves out staging",
    ])
      expect(act).toThrow(words);
    expect(readdirSync(out)).toEqual([]);
  });

  it("knows the usual order, and asks for that of other names", () => {
    const [dev, staging, prod] = [loadEnvironment("dev"), loadEnvironment("staging"), loadEnvironment("prod")];
    const names = (waves: Waves | string[]) => waves.map((one) => (typeof one === "string" ? one : one.name));
    expect(names(inOrder([dev, prod, staging], undefined))).toEqual(["dev", "staging", "prod"]);
    expect(names(inOrder([dev, prod, staging], ["prod", "staging", "dev"]))).toEqual(["prod", "staging", "dev"]);
    const moon = { ...dev, name: "moon", accountId: "222233334444" };
    expect(names(inOrder([dev, moon], undefined)).join()).toContain("--order dev,moon");
  });

  it("refuses environments by which one could apply another", () => {
    const dev = loadEnvironment("dev");
    const mistakes = inOrder([dev, { ...dev, name: "qa" }], undefined);
    expect(mistakes).toEqual([
      "qa and dev share their account and deployRole: give each its own",
      "qa and dev share their account and secretsProvider: give each its own",
    ]);
  });

  it("makes waves that wait for the one before and for its health, and only the last is read apart", () => {
    const deploy = parse(readFileSync(path.join(projectRoot, ".github/workflows/deploy.yml"), "utf8"));
    const needs = (job: string) => deploy.jobs[job].needs;
    expect(needs("apply-dev")).toEqual(["reviewed", "plan"]);
    expect(needs("apply-staging")).toEqual(["reviewed", "plan", "apply-dev", "health-dev"]);
    const staging = ["apply-staging", "health-staging"];
    expect(needs("apply-prod")).toEqual(["reviewed", "plan", "apply-dev", "health-dev", ...staging]);
    const one = gitHubFiles([loadEnvironment("dev")]);
    expect(one[".github/workflows/review.yml"]).toContain("--apart dev");
    for (const content of Object.values(one)) expect(content).not.toMatch(/__/);
  });

  it.skipIf(!hasPython)(
    "writes templates in which cfn-lint finds nothing (skipped where there is no python3 with venv)",
    { timeout: 300_000 },
    async () => {
      write();
      write({ provider: "gitlab", host: "gitlab.example.com", out: path.join(out, "gitlab") });
      const templates = [out, at("gitlab")].map((folder) => path.join(folder, "bootstrap/111122223333-eu-west-1.json"));
      expect(await cfnLintFindings(templates)).toBe("");
      const [first = ""] = templates;
      writeFileSync(first, readFileSync(first, "utf8").replace("logs:GetLogEvents", "logs:GetLogEvnets"));
      expect(await cfnLintFindings([first])).toContain("'getlogevnets' does not exist");
    },
  );

  it.each(["merge_request_event", "merge_request_event of a fork", "push", "schedule"])(
    "writes for GitLab a pipeline that its schema and a parser take, for %s",
    { timeout: 180_000 },
    async (name) => {
      const [source = ""] = name.split(" ");
      write({ provider: "gitlab", host: "gitlab.example.com" });
      const git = (...args: string[]) =>
        execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", ...args], { cwd: out });
      git("init", "--quiet", "--initial-branch", "main");
      git("remote", "add", "origin", "git@gitlab.example.com:example/platform.git");
      git("add", "--all");
      git("commit", "--quiet", "--message", "pipeline");
      const env: Record<string, string> = { CI_PIPELINE_SOURCE: source, CI_PROJECT_ID: "1", CI_DEFAULT_BRANCH: "main" };
      Object.assign(
        env,
        source === "merge_request_event"
          ? { CI_MERGE_REQUEST_SOURCE_PROJECT_ID: name === source ? "1" : "2", CI_COMMIT_BRANCH: "" }
          : { CI_COMMIT_BRANCH: "main" },
      );
      const jobs = await gitLabJobs(out, env);
      const run = jobs.filter(({ when }) => when !== "never").map(({ name, when }) => `${name}: ${when}`);
      expect(run).toMatchSnapshot();
      const yaml = parse(readFileSync(at(".gitlab-ci.yml"), "utf8"), { customTags: [reference] });
      expect(yaml["apply prod"]).toMatchObject({ resource_group: "foundation-prod", environment: { name: "prod" } });
      expect(yaml[".aws"].id_tokens).toEqual({ AWS_TOKEN: { aud: "sts.amazonaws.com" } });
    },
  );
});

/** GitLab's own tag, of which only the list matters here. */
const reference = { tag: "!reference", collection: "seq" as const, identify: () => false };
