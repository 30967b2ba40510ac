import { type Command, Option } from "commander";
import type { AffectedOptions } from "./commands/affected";
import type { CommentCommandOptions } from "./commands/comment";

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
    .action(action(runComment));
}
