import { type Command, Option } from "commander";
import type { ScaffoldOptions } from "../ci/scaffold/scaffold";
import type { AffectedOptions } from "./commands/affected";
import type { CommentCommandOptions } from "./commands/comment";
import type { DriftIssueOptions } from "./commands/drift-issue";
import type { ReviewedOptions } from "./commands/reviewed";

type Action = <A extends unknown[]>(body: (...args: A) => Promise<void>) => (...args: A) => Promise<void>;

// What runs in a pipeline is loaded only for it, as in actions.ts.

async function runAffected(options: AffectedOptions): Promise<void> {
  const { affected } = require("./commands/affected") as typeof import("./commands/affected");
  affected(options);
}

async function runComment(options: CommentCommandOptions): Promise<void> {
  const { comment } = require("./commands/comment") as typeof import("./commands/comment");
  await comment(options);
}

async function runDriftIssue(files: string[], options: DriftIssueOptions): Promise<void> {
  const { driftIssue } = require("./commands/drift-issue") as typeof import("./commands/drift-issue");
  await driftIssue(files, options);
}

async function runReviewed(options: ReviewedOptions): Promise<void> {
  const { reviewed } = require("./commands/reviewed") as typeof import("./commands/reviewed");
  await reviewed(options);
}

async function runScaffold(options: ScaffoldOptions): Promise<void> {
  const { scaffoldCi } = require("./commands/scaffold-ci") as typeof import("./commands/scaffold-ci");
  scaffoldCi(options);
}

const repeated = (value: string, before: string[]) => [...before, value];

/** The commands by which pipelines work; docs/ci.md. */
export function pipelineCommands(root: Command, action: Action): void {
  root
    .command("affected")
    .description("tell which stacks a change affects, by the files that differ from a base; changes nothing")
    .option("--base <ref>", "compare with where HEAD left REF, e.g. origin/main")
    .option("--all", "every stack, whatever changed", false)
    .option("--github", "hand the stacks to the later jobs of a workflow, in GITHUB_OUTPUT", false)
    .option(
      "--apart <environment>",
      "an environment that gets a matrix of its own; more than one is fine",
      repeated,
      [],
    )
    .option("--names-of <environment>", "print only the names of its affected stacks, on one line")
    .addOption(new Option("--json <file>", "write the result to FILE (- is stdout)"))
    .action(action(runAffected));
  root
    .command("comment")
    .description("put a report into the one comment that a pull request has of it, made once and then updated")
    .requiredOption("--file <markdown>", "the report; its first line is the marker of the comment")
    .option("--gitlab", "a note of a merge request on GitLab", false)
    .option("--pull-request <number>", "default: the one that the job runs for")
    .option("--merge-request <number>", "default: the one that the job runs for")
    .option("--author <login>", "who writes with the token, where it is that of an app, e.g. our-app[bot]")
    .option("--update-only", "make no new comment", false)
    .action(action(runComment));
  root
    .command("reviewed")
    .description("find the run that reviewed what this commit of main merged; exit code 5 where nothing did")
    .option("--workflow <file>", "the workflow that reviews", "review.yml")
    .option("--github", "hand the run to the later jobs of a workflow, in GITHUB_OUTPUT", false)
    .action(action(runReviewed));
  root
    .command("drift-issue")
    .description("open, update or close the one issue that tells of drift")
    .argument("<file...>", "results of foundation drift --json")
    .option("--gitlab", "an issue on GitLab", false)
    .option("--author <login>", "who writes with the token, where it is that of an app, e.g. our-app[bot]")
    .action(action(runDriftIssue));
  scaffoldCommand(root).action(action(runScaffold));
}

function scaffoldCommand(root: Command): Command {
  return root
    .command("scaffold")
    .description("write files for another repository")
    .command("ci")
    .description("write the pipeline that reviews, applies and watches, and what it needs in the accounts")
    .addOption(new Option("--provider <name>", "whose pipeline").choices(["github", "gitlab"]).makeOptionMandatory())
    .option("--out <folder>", "the repository", ".")
    .option("--force", "overwrite files that say something else", false)
    .option("--order <environments>", "in which order a change goes through them, e.g. dev,staging,prod")
    .option("--repository <name>", "OWNER/NAME; default that of the remote origin")
    .option("--repository-id <number>", "of GitHub, which the roles trust")
    .option("--owner-id <number>", "of the repository's owner on GitHub")
    .option("--host <name>", "of GitLab; default that of the remote origin");
}
