import { driftMarker, driftText, stacksIn } from "../../ci/notes/drift";
import { gitHub, gitHubAuthor } from "../../ci/notes/github";
import { gitLab, gitLabAuthor } from "../../ci/notes/gitlab";
import { gitHubIssues, gitLabIssues, type Issues, keepIssue } from "../../ci/notes/issue";

export interface DriftIssueOptions {
  gitlab: boolean;
  author?: string;
}

/** Keeps the one issue about drift as the results of `foundation drift --json` in `files` say. */
export async function driftIssue(files: string[], options: DriftIssueOptions): Promise<void> {
  const text = driftText(stacksIn(files));
  const done = await keepIssue(await issuesOf(options), driftMarker, text);
  process.stdout.write(`the issue about drift is ${done}\n`);
}

async function issuesOf({ gitlab, author }: DriftIssueOptions): Promise<Issues> {
  const options = { say: (line: string) => void process.stderr.write(`${line}\n`) };
  if (gitlab) {
    const host = gitLab(process.env, options);
    return gitLabIssues(host, await gitLabAuthor(host));
  }
  const host = gitHub(process.env, options);
  return gitHubIssues(host, await gitHubAuthor(host, author));
}
