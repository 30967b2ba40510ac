import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bash } from "./bash";
import { type Contexts, filled, filledValue, holds, type Status } from "./expressions";
import { type JobSite, type Play, standIns } from "./stand-ins";
import type { Job, Step, Workflow } from "./workflow";

/** `waiting`: for an approval; `pending`: for a job that waits. */
export type Result = "success" | "failure" | "skipped" | "waiting" | "pending";

export interface JobEnd {
  readonly result: Result;
  readonly outputs: Record<string, string>;
  /** What the steps printed, and how they ended. */
  readonly log: string;
}

/** What starts a run. */
export interface Trigger {
  readonly id: string;
  readonly event: "pull_request" | "push" | "workflow_dispatch" | "schedule";
  readonly payload: Readonly<Record<string, unknown>>;
  readonly sha: string;
  readonly ref: string;
  /** Whether what starts it is of a fork, whose token only reads. */
  readonly fork?: boolean;
  /** What was said of protected environments; a job of another one waits. */
  readonly approvals?: Readonly<Record<string, "approved" | "rejected">>;
}

export interface Host {
  readonly repository: string;
  readonly repositoryId: string;
  readonly apiUrl: string;
  /** Environments whose jobs wait for somebody. */
  readonly isProtected: (environment: string) => boolean;
  /** A token with just these rights. */
  readonly tokenFor: (permissions: Readonly<Record<string, string>>) => string;
  /** Variables and commands of the machine that jobs run on. */
  readonly machine: Readonly<Record<string, string>>;
  readonly workFolder: string;
}

/** Plays workflows: jobs by their needs, and their steps with bash, as the YAML has them. */
export class Runner {
  constructor(
    private readonly host: Host,
    private readonly play: Play,
  ) {}

  /** @param before How the jobs ended of which nothing waits any more: a run goes on once somebody has decided. */
  async run(workflow: Workflow, trigger: Trigger, before = new Map<string, JobEnd>()): Promise<Map<string, JobEnd>> {
    const ends = new Map([...before].filter(([, { result }]) => result !== "waiting" && result !== "pending"));
    const open = new Map(Object.entries(workflow.jobs).filter(([name]) => !ends.has(name)));
    while (open.size > 0) {
      const next = [...open].find(([, job]) => job.needs.every((need) => ends.has(need)));
      if (next === undefined) throw new Error(`jobs need each other: ${[...open.keys()].join(", ")}`);
      const [name, job] = next;
      open.delete(name);
      ends.set(name, await new JobRun(this.host, this.play, { workflow, trigger, name, job, ends }).end());
    }
    return ends;
  }
}

interface Given {
  readonly workflow: Workflow;
  readonly trigger: Trigger;
  readonly name: string;
  readonly job: Job;
  readonly ends: ReadonlyMap<string, JobEnd>;
}

const ended = (result: Result, log = ""): JobEnd => ({ result, outputs: {}, log });

class JobRun {
  constructor(
    private readonly host: Host,
    private readonly play: Play,
    private readonly given: Given,
  ) {}

  async end(): Promise<JobEnd> {
    const { job, ends } = this.given;
    if (job.needs.some((need) => ["waiting", "pending"].includes(ends.get(need)?.result ?? "")))
      return ended("pending");
    const contexts = this.contexts({});
    if (!holds(job.if, contexts, this.status())) return ended("skipped");
    if (job.strategy === undefined) return this.one({});
    const { include } = filledValue(job.strategy.matrix, contexts) as { include: Record<string, unknown>[] };
    if (include.length === 0) return ended("failure", "an empty matrix is an error");
    const all: JobEnd[] = [];
    for (const matrix of include) all.push(await this.one(matrix));
    const order: Result[] = ["failure", "waiting"];
    const worst = order.find((result) => all.some((one) => one.result === result)) ?? "success";
    return { result: worst, outputs: all[0]?.outputs ?? {}, log: all.map(({ log }) => log).join("\n") };
  }

  /** success() is about everything that the job depends on, however far back. */
  private status(): Status {
    const { job, ends, workflow } = this.given;
    const all = new Set<string>();
    const add = (name: string) => {
      all.add(name);
      workflow.jobs[name]?.needs.forEach(add);
    };
    job.needs.forEach(add);
    const results = [...all].map((name) => ends.get(name)?.result);
    return {
      success: results.every((result) => result === "success"),
      failure: results.includes("failure"),
      cancelled: false,
    };
  }

  private contexts(matrix: Readonly<Record<string, unknown>>): Contexts {
    const { job, ends, trigger } = this.given;
    const { id, event, payload, sha, ref } = trigger;
    const needs = job.needs.map((need) => [need, { result: ends.get(need)?.result, outputs: ends.get(need)?.outputs }]);
    const github = { event: payload, event_name: event, repository: this.host.repository, run_id: id, sha, ref };
    return {
      github: { ...github, token: this.host.tokenFor(this.permissions()) },
      ...{ needs: Object.fromEntries(needs), matrix, steps: {}, env: {} },
    };
  }

  /** Those of the job; of a fork nothing is written and no token is to be had. */
  private permissions(): Record<string, string> {
    const { job, trigger } = this.given;
    if (!trigger.fork) return job.permissions;
    const read = Object.entries(job.permissions).filter(([name]) => name !== "id-token");
    return Object.fromEntries(read.map(([name]) => [name, "read"]));
  }

  private async one(matrix: Readonly<Record<string, unknown>>): Promise<JobEnd> {
    const { job, name, trigger, workflow } = this.given;
    const contexts = this.contexts(matrix);
    const environment = job.environment === undefined ? undefined : filled(job.environment, contexts);
    if (environment !== undefined && this.host.isProtected(environment)) {
      const said = trigger.approvals?.[environment];
      if (said === undefined) return ended("waiting");
      if (said === "rejected") return ended("failure", `${environment} was rejected`);
    }
    const workspace = this.workspace();
    const subject = environment === undefined ? "pull_request" : `environment:${environment}`;
    const claims = {
      ...{ aud: "sts.amazonaws.com", sub: `repo:${this.host.repository}:${subject}`, ref: trigger.ref },
      repository_id: this.host.repositoryId,
      job_workflow_ref: `${this.host.repository}/.github/workflows/${workflow.name}.yml@${trigger.ref}`,
      ...(environment !== undefined && { environment }),
    };
    const site: JobSite = { job: name, workspace, permissions: this.permissions(), claims, env: {} };
    return this.steps(job, site, contexts);
  }

  /**
   * The folder that the job works in. To make it anew takes most of the time of a job, so those that check out share one,
   * with or without the history, which the stand-in of the action leaves as a fresh one is.
   */
  private workspace(): string {
    const { workFolder } = this.host;
    const step = this.given.job.steps.find(({ uses = "" }) => uses.startsWith("actions/checkout@"));
    const kind = step === undefined ? "empty" : step.with?.["fetch-depth"] === 0 ? "whole" : "shallow";
    const workspace = path.join(workFolder, kind, "platform");
    for (const folder of [path.join(workFolder, "temp"), ...(kind === "empty" ? [workspace] : [])])
      rmSync(folder, { recursive: true, force: true });
    for (const folder of [path.join(workFolder, "temp"), workspace]) mkdirSync(folder, { recursive: true });
    return workspace;
  }

  private async steps(job: Job, site: JobSite, before: Contexts): Promise<JobEnd> {
    const steps: Record<string, { outputs: Record<string, string>; outcome: string }> = {};
    const log: string[] = [];
    let failed = false;
    for (const step of job.steps) {
      const contexts = { ...before, steps };
      if (!holds(step.if, contexts, { success: !failed, failure: failed, cancelled: false })) continue;
      const outputs: Record<string, string> = {};
      const problem = await this.step(step, site, contexts, outputs);
      log.push(`${problem.failed ? "✗" : "✓"} ${step.name ?? step.uses ?? step.run}\n${problem.said}`);
      if (problem.failed && !step["continue-on-error"]) failed = true;
      if (step.id !== undefined) steps[step.id] = { outputs, outcome: problem.failed ? "failure" : "success" };
    }
    const outputs = Object.entries(job.outputs).map(([key, text]) => [key, filled(text, { ...before, steps })]);
    return { result: failed ? "failure" : "success", outputs: Object.fromEntries(outputs), log: log.join("\n") };
  }

  private async step(step: Step, site: JobSite, contexts: Contexts, outputs: Record<string, string>): Promise<StepEnd> {
    const values = (given: Step["with"] = {}) =>
      Object.fromEntries(Object.entries(given).map(([key, value]) => [key, filled(String(value), contexts)]));
    if (step.run !== undefined) return this.bash(filled(step.run, contexts), values(step.env), site, outputs);
    const action = standIns[step.uses?.split("@")[0] ?? ""];
    if (action === undefined) throw new Error(`there is no stand-in for ${step.uses}`);
    const { id, sha } = this.given.trigger;
    try {
      action(values(step.with), site, this.play, { id, sha });
      return { failed: false, said: "" };
    } catch (error) {
      return { failed: true, said: error instanceof Error ? error.message : String(error) };
    }
  }

  private async bash(
    script: string,
    env: Record<string, string>,
    site: JobSite,
    outputs: Record<string, string>,
  ): Promise<StepEnd> {
    const files = this.files();
    const { code, said } = await bash(script, site.workspace, {
      ...this.host.machine,
      ...this.variables(site, files),
      ...site.env,
      ...env,
    });
    for (const line of readFileSync(files.output, "utf8").split("\n").filter(Boolean)) {
      const at = line.indexOf("=");
      outputs[line.slice(0, at)] = line.slice(at + 1);
    }
    return { failed: code !== 0, said: code === 0 ? said : `${said}\nended with ${code}` };
  }

  private files() {
    const temp = path.join(this.host.workFolder, "temp");
    const at = (name: string) => path.join(temp, name);
    const files = { temp, output: at("output"), summary: at("summary"), event: at("event.json") };
    writeFileSync(files.output, "");
    writeFileSync(files.event, JSON.stringify(this.given.trigger.payload));
    return files;
  }

  private variables({ workspace }: JobSite, files: ReturnType<JobRun["files"]>): Record<string, string> {
    const { id, event, sha, ref } = this.given.trigger;
    return {
      ...{ CI: "true", GITHUB_ACTIONS: "true", GITHUB_REPOSITORY: this.host.repository, GITHUB_JOB: this.given.name },
      ...{ GITHUB_API_URL: this.host.apiUrl, GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: files.event },
      ...{ GITHUB_SHA: sha, GITHUB_REF: ref, GITHUB_RUN_ID: id, GITHUB_WORKSPACE: workspace },
      ...{ GITHUB_OUTPUT: files.output, GITHUB_STEP_SUMMARY: files.summary, RUNNER_TEMP: files.temp },
    };
  }
}

interface StepEnd {
  readonly failed: boolean;
  readonly said: string;
}
