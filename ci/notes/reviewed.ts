import { z } from "zod";
import { CommandFailure, ExitCode, WrongUse } from "../../cli/errors";
import type { GitHub } from "./github";

const pullsSchema = z.array(
  z.object({ number: z.int(), merged_at: z.string().nullish(), head: z.object({ sha: z.string() }) }),
);

const runsSchema = z.object({
  workflow_runs: z.array(
    z.object({ id: z.int(), event: z.string(), status: z.string(), conclusion: z.string().nullish() }),
  ),
});

/** The run of the workflow `file` that reviewed what the commit `sha` of main merged. */
export interface ReviewRun {
  readonly id: number;
  readonly pullRequest: number;
}

/**
 * Finds it by the pull request of the commit, in its last version.
 *
 * @throws CommandFailure (5) where nothing was reviewed, or not with success.
 */
export async function reviewRun({ api, repository }: GitHub, sha: string, file: string): Promise<ReviewRun> {
  const pulls = pullsSchema.parse(await api.all(`/repos/${repository}/commits/${sha}/pulls?per_page=100`));
  const pull = pulls.find(({ merged_at }) => merged_at);
  if (pull === undefined) throw unreviewed(`the commit ${sha} comes from no merged pull request`);
  const query = new URLSearchParams({ head_sha: pull.head.sha, event: "pull_request", per_page: "100" });
  const answer = await api.call("GET", `/repos/${repository}/actions/workflows/${file}/runs?${query}`);
  // The newest is first: of a run that was repeated, or of a pull request that was opened again.
  const [run] = runsSchema.parse(answer).workflow_runs;
  if (run === undefined) throw unreviewed(`pull request ${pull.number} was never reviewed by ${file}`);
  if (run.status !== "completed" || run.conclusion !== "success")
    throw unreviewed(`the review of pull request ${pull.number} ended with ${run.conclusion ?? run.status}`);
  return { id: run.id, pullRequest: pull.number };
}

const unreviewed = (why: string) =>
  new CommandFailure(
    `${why}: nothing is applied\n  run this workflow by hand: it reviews main as it is, and applies that once it is approved`,
    ExitCode.gate,
  );

/** The commit that a job of Actions runs for. @throws WrongUse outside one. */
export function commitOf({ GITHUB_SHA: sha }: Readonly<Record<string, string | undefined>>): string {
  if (sha !== undefined && /^[0-9a-f]{40,64}$/.test(sha)) return sha;
  throw new WrongUse("GITHUB_SHA is not set: this is for workflows of GitHub");
}
