import { readFileSync } from "node:fs";
import { WrongUse } from "../../cli/errors";
import { ApiError, type ApiOptions } from "./api";
import { gitHub, gitHubAuthor, gitHubNotes, pullRequestNumber } from "./github";
import { gitLab, gitLabAuthor, gitLabNotes, mergeRequestNumber } from "./gitlab";
import { markerOf, type Notes, publish } from "./note";

export interface CommentOptions {
  file: string;
  gitlab: boolean;
  /** Of the pull or merge request. Default: the one that the job runs for. */
  number?: number;
  /** Login of who writes with the token, on GitHub. Default: looked up. */
  author?: string;
  /** Whether it is only made current where it is there. Default: no. */
  updateOnly?: boolean;
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Puts a report into the one comment that a pull or merge request has of it, and says what was done.
 *
 * A token that may not write is no failure: the report is in the summary of the job too.
 *
 * @throws WrongUse where the file or a variable is missing, ApiError where the host refuses something else.
 */
export async function comment(
  options: CommentOptions,
  env: Variables,
  say: (line: string) => void,
  wait?: (ms: number) => Promise<unknown>,
): Promise<string> {
  const body = readFileSync(options.file, "utf8");
  const marker = markerOf(body);
  if (marker === undefined) {
    throw new WrongUse(
      `${options.file} does not begin with a marker, by which its comment is found again\n  e.g. <!-- foundation-review -->, as foundation report --markdown writes it`,
    );
  }
  const place = options.gitlab ? "merge request" : "pull request";
  try {
    const notes = await notesOf(options, env, { say, ...(wait && { wait }) });
    return `the comment of the ${place} is ${await publish(notes, body, { marker, updateOnly: options.updateOnly ?? false })}`;
  } catch (error) {
    if (!(error instanceof ApiError) || !mayNotWrite(error)) throw error;
    return `the token may not comment on the ${place} (${error.detail}): read the report in the summary of the job`;
  }
}

/** As GitHub says it of a fork's or a bot's pull request, and GitLab of a token without the scope or role. */
function mayNotWrite({ status, detail }: ApiError): boolean {
  if (status !== 403) return false;
  return !/rate limit|abuse/i.test(detail);
}

async function notesOf(
  { gitlab, number, author }: CommentOptions,
  env: Variables,
  options: Pick<ApiOptions, "say" | "wait">,
): Promise<Notes> {
  if (gitlab) {
    const host = gitLab(env, options);
    return gitLabNotes(host, number ?? mergeRequestNumber(env), await gitLabAuthor(host));
  }
  const host = gitHub(env, options);
  return gitHubNotes(host, number ?? pullRequestNumber(env), await gitHubAuthor(host, author));
}
