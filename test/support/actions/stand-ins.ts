import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { PolicyDocument } from "../../../ci/roles/document";
import { decide } from "../iam-evaluator";

/** What a job is, as its actions can see. */
export interface JobSite {
  readonly job: string;
  readonly workspace: string;
  readonly permissions: Readonly<Record<string, string>>;
  /** Claims of the token that the job can ask for. */
  readonly claims: Readonly<Record<string, string>>;
  /** Variables of the later steps. */
  readonly env: Record<string, string>;
}

/** What all runs of a play share. */
export interface Play {
  /** A Git repository, as GitHub has it. */
  readonly origin: string;
  /** Artifacts in folders RUN/NAME. */
  readonly artifacts: string;
  /** Trust documents by ARN of the role. */
  readonly trusts: ReadonlyMap<string, PolicyDocument>;
  /** Which job got credentials of which role. */
  readonly credentials: { job: string; role: string }[];
  readonly sarif: { job: string; runs: number }[];
}

type Inputs = Readonly<Record<string, string>>;
type Action = (inputs: Inputs, site: JobSite, play: Play, run: RunFacts) => void;

interface RunFacts {
  readonly id: string;
  readonly sha: string;
}

/** As the action does in a folder that it finds in use: what is not of the commit goes. */
function checkout(inputs: Inputs, { workspace }: JobSite, { origin }: Play, { sha }: RunFacts): void {
  if (inputs["persist-credentials"] !== "false") throw new Error("the token would stay in the working tree");
  const git = (...args: string[]) => execFileSync("git", args, { cwd: workspace, stdio: "pipe" });
  const wanted = inputs.ref || sha;
  git("init", "--quiet");
  // One commit, unless the whole history is asked for.
  const from = `file://${origin}`;
  if (inputs["fetch-depth"] === "0") git("fetch", "--quiet", from, "+refs/heads/*:refs/remotes/origin/*", wanted);
  else git("fetch", "--quiet", "--depth", "1", from, wanted);
  git("checkout", "--quiet", "--force", "--detach", wanted);
  git("clean", "--quiet", "-ffdx");
}

function uploadArtifact(inputs: Inputs, { workspace }: JobSite, play: Play, run: RunFacts): void {
  const from = path.join(workspace, inputs.path ?? "");
  const to = path.join(play.artifacts, run.id, inputs.name ?? "");
  if (!existsSync(from) || readdirSync(from).length === 0) throw new Error(`no files to upload at ${inputs.path}`);
  if (existsSync(to) && inputs.overwrite !== "true") throw new Error(`there is an artifact ${inputs.name} already`);
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}

function downloadArtifact(inputs: Inputs, { workspace, permissions }: JobSite, play: Play, run: RunFacts): void {
  const from = inputs["run-id"] || run.id;
  if (from !== run.id && (permissions.actions !== "read" || !inputs["github-token"]))
    throw new Error("an artifact of another run needs a token that may read actions");
  const folder = path.join(play.artifacts, from);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const to = path.join(workspace, inputs.path ?? ".");
  if (inputs.name !== undefined) {
    if (!names.includes(inputs.name)) throw new Error(`there is no artifact ${inputs.name}`);
    cpSync(path.join(folder, inputs.name), to, { recursive: true });
    return;
  }
  if (inputs["merge-multiple"] !== "true") throw new Error("only merged downloads are played");
  const pattern = new RegExp(`^${inputs.pattern?.replaceAll("*", ".*")}$`);
  mkdirSync(to, { recursive: true });
  for (const name of names.filter((one) => pattern.test(one))) cpSync(path.join(folder, name), to, { recursive: true });
}

/** Gives credentials as AWS would: to a token that the role's own trust document lets in. */
function configureAwsCredentials(inputs: Inputs, { job, permissions, claims, env }: JobSite, play: Play): void {
  const { "role-to-assume": role = "", "aws-region": region = "" } = inputs;
  if (permissions["id-token"] !== "write") throw new Error("the job may ask for no token: id-token: write is missing");
  if (!/^[a-z]{2}-[a-z]+-\d$/.test(region)) throw new Error(`${region} is no region`);
  const trust = play.trusts.get(role);
  if (trust === undefined) throw new Error(`there is no role ${role}`);
  const context = Object.entries(claims).map(([claim, value]) => [
    `token.actions.githubusercontent.com:${claim}`,
    value,
  ]);
  const request = { action: "sts:AssumeRoleWithWebIdentity", context: Object.fromEntries(context) };
  if (decide([trust], request) !== "allowed")
    throw new Error(`Not authorized to perform sts:AssumeRoleWithWebIdentity: ${role} ${JSON.stringify(claims)}`);
  play.credentials.push({ job, role });
  Object.assign(env, { AWS_REGION: region, AWS_ACCESS_KEY_ID: "ASIAEXAMPLE", PLAY_ROLE: role });
}

function uploadSarif(inputs: Inputs, { job, workspace, permissions }: JobSite, play: Play): void {
  if (permissions["security-events"] !== "write") throw new Error("security-events: write is missing");
  const log = JSON.parse(readFileSync(path.join(workspace, inputs.sarif_file ?? ""), "utf8"));
  play.sarif.push({ job, runs: log.runs.length });
}

/** In the place of the actions that the workflows use. */
export const standIns: Readonly<Record<string, Action>> = {
  "actions/checkout": checkout,
  "actions/setup-node": () => {},
  "actions/upload-artifact": uploadArtifact,
  "actions/download-artifact": downloadArtifact,
  "aws-actions/configure-aws-credentials": configureAwsCredentials,
  "github/codeql-action/upload-sarif": uploadSarif,
};
