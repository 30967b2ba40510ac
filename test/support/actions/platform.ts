import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { deployRoleArn, planRoleArn } from "../../../ci/places";
import { rolesOf } from "../../../ci/roles/template";
import { listEnvironments, loadEnvironment } from "../../../stacks/environment";
import { cacheRoot } from "../../../tools/install/cache";
import { projectRoot } from "../command";
import { GitHubServer } from "../hosts/github";
import { type JobEnd, Runner, type Trigger } from "./runner";
import type { Play } from "./stand-ins";
import { readWorkflow } from "./workflow";

const repository = "example/platform-foundation";
const ids = { id: "42", ownerId: "7" };

/** This repository as it is on a stand-in of GitHub, with its workflows, and one simulated cloud for its accounts. */
export class Platform {
  readonly github = new GitHubServer();
  private readonly folder = mkdtempSync(path.join(tmpdir(), "foundation-play-"));
  private readonly origin = path.join(this.folder, "origin");
  readonly play: Play = {
    origin: this.origin,
    artifacts: path.join(this.folder, "artifacts"),
    trusts: trusts(),
    credentials: [],
    sarif: [],
  };
  private runs = 0;

  async start(): Promise<void> {
    await this.github.start();
    mkdirSync(this.origin);
    const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    const files = execFileSync("git", list, { cwd: projectRoot, encoding: "utf8", maxBuffer: 1 << 26 }).split("\0");
    for (const file of files.filter((one) => !/^(docs|test)\/|^$/.test(one)))
      cpSync(path.join(projectRoot, file), path.join(this.origin, file), { recursive: true });
    this.git("init", "--quiet", "--initial-branch", "main");
    // As GitHub does: a job asks for the commit that it is about.
    this.git("config", "uploadpack.allowAnySHA1InWant", "true");
    this.commit("Begin");
  }

  async stop(): Promise<void> {
    await this.github.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  git(...args: string[]): string {
    const who = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
    return execFileSync("git", [...who, ...args], { cwd: this.origin, encoding: "utf8", stdio: "pipe" }).trim();
  }

  /** Commits what `files` are changed to; answers with the commit. */
  commit(subject: string, files: Readonly<Record<string, (text: string) => string>> = {}): string {
    for (const [file, change] of Object.entries(files)) this.edit(file, change);
    this.git("add", "--all");
    this.git("commit", "--quiet", "--message", subject);
    return this.git("rev-parse", "HEAD");
  }

  private edit(file: string, change: (text: string) => string): void {
    const at = path.join(this.origin, file);
    const before = readFileSync(at, "utf8");
    if (change(before) === before) throw new Error(`the change of ${file} changes nothing`);
    writeFileSync(at, change(before));
  }

  /** What `foundation COMMAND ENVIRONMENT` answers, without an engine, from now on. */
  can(command: "preview" | "up" | "drift", environment: string, json: unknown, code = 0): void {
    const answer = path.join(this.folder, "canned", `${command}-${environment}`);
    mkdirSync(path.dirname(answer), { recursive: true });
    rmSync(`${answer}.json`, { force: true });
    if (json !== undefined) writeFileSync(`${answer}.json`, JSON.stringify(json));
    writeFileSync(`${answer}.code`, String(code));
  }

  /** What was previewed, applied or read since the last time: job, role and command. */
  commands(): string[] {
    const file = path.join(this.folder, "commands");
    try {
      return readFileSync(file, "utf8").trim().split("\n");
    } catch {
      return [];
    } finally {
      rmSync(file, { force: true });
    }
  }

  /** Plays a workflow of the commit that is checked out at the origin. */
  async run(name: string, started: Omit<Trigger, "id">): Promise<Run> {
    const trigger = { id: String(9000 + ++this.runs), ...started };
    return { name, trigger, jobs: await this.runner().run(this.workflow(name), trigger) };
  }

  /** What becomes of a run that waits, once somebody has said this of environments. */
  async decided({ name, trigger, jobs }: Run, approvals: NonNullable<Trigger["approvals"]>): Promise<Run> {
    const now = { ...trigger, approvals };
    return { name, trigger: now, jobs: await this.runner().run(this.workflow(name), now, jobs) };
  }

  private workflow(name: string) {
    return readWorkflow(path.join(this.origin, ".github/workflows", `${name}.yml`));
  }

  private runner(): Runner {
    const host = {
      ...{ repository, repositoryId: ids.id, apiUrl: this.github.url, workFolder: path.join(this.folder, "work") },
      isProtected: (environment: string) => (this.github.environments.get(environment) ?? []).length > 0,
      tokenFor: (permissions: Readonly<Record<string, string>>) => this.github.tokenFor(permissions),
      machine: this.machine(),
    };
    return new Runner(host, this.play);
  }

  /** A push to the pull request `number`: its review, and what GitHub then knows of that run. */
  async review(number: number, more: Partial<Trigger> & { author?: string } = {}): Promise<Run> {
    const { author = "octocat", fork = false, ...rest } = more;
    if (!this.github.comments.has(number)) this.github.comments.set(number, []);
    const sha = this.git("rev-parse", "HEAD");
    const payload = {
      pull_request: {
        number,
        base: { sha: this.git("rev-parse", "main") },
        head: { sha, repo: { full_name: fork ? "somebody/platform-foundation" : repository } },
        user: { login: author },
      },
    };
    const ref = `refs/pull/${number}/merge`;
    const run = await this.run("review", { event: "pull_request", payload, sha, ref, fork, ...rest });
    this.know(run, sha);
    return run;
  }

  /** GitHub's own record of a run that reviewed the commit `sha`. */
  know(run: Run, sha = run.trigger.sha): void {
    const conclusion = run.jobs.get("gate")?.result === "success" ? "success" : "failure";
    const known = { path: ".github/workflows/review.yml", event: "pull_request", status: "completed", conclusion };
    this.github.runs.push({ id: Number(run.trigger.id), head_sha: sha, ...known });
  }

  /** Begins a branch from main, for a pull request. */
  branch(name: string): void {
    this.git("checkout", "--quiet", "-B", name, "main");
    this.commands();
    this.play.credentials.length = 0;
    this.play.sarif.length = 0;
  }

  /** Merges the branch into main, as the pull request `number`, and answers with what main was before. */
  merge(number: number, branch: string): string {
    const head = this.git("rev-parse", branch);
    this.git("checkout", "--quiet", "main");
    const before = this.git("rev-parse", "HEAD");
    this.git("merge", "--quiet", "--no-ff", "--message", `Merge #${number}`, branch);
    const merge_commit_sha = this.git("rev-parse", "HEAD");
    this.github.pulls.push({ number, merge_commit_sha, head: { sha: head }, merged_at: "2026-11-25T12:00:00Z" });
    return before;
  }

  deploy(before: string, more: Partial<Trigger> = {}): Promise<Run> {
    const sha = this.git("rev-parse", "main");
    return this.run("deploy", { event: "push", payload: { before }, sha, ref: "refs/heads/main", ...more });
  }

  /** What a file in an artifact of a run holds. */
  artifact(run: string, name: string, file: string): unknown {
    return JSON.parse(readFileSync(path.join(this.play.artifacts, run, name, file), "utf8"));
  }

  /** What the steps of a job said. */
  log = (run: Run, job: string): string => run.jobs.get(job)?.log ?? "";

  private machine(): Record<string, string> {
    return {
      PATH: [path.join(__dirname, "machine"), process.env.PATH].join(path.delimiter),
      HOME: process.env.HOME ?? "",
      FOUNDATION_CACHE: cacheRoot(),
      ...{ PLAY_FOLDER: this.folder, PLAY_MODULES: path.join(projectRoot, "node_modules"), NO_COLOR: "1" },
    };
  }
}

export interface Run {
  readonly name: string;
  readonly trigger: Trigger;
  readonly jobs: Map<string, JobEnd>;
}

/** How each job that had something to do ended. */
export const results = ({ jobs }: Run): Record<string, string> =>
  Object.fromEntries(
    [...jobs].filter(([, { result }]) => result !== "skipped").map(([name, { result }]) => [name, result]),
  );

/** The roles of the accounts, as `foundation scaffold ci` has them. */
function trusts(): Play["trusts"] {
  return new Map(
    listEnvironments().flatMap((name) => {
      const environment = loadEnvironment(name);
      const { plan, apply } = rolesOf(environment, { provider: "github", name: repository, ...ids });
      return [
        [planRoleArn(environment), plan.trust],
        [deployRoleArn(environment), apply.trust],
      ] as const;
    }),
  );
}
