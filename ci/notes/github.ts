import { readFileSync } from "node:fs";
import { z } from "zod";
import { WrongUse } from "../../cli/errors";
import { Api, ApiError, type ApiOptions } from "./api";
import type { Notes } from "./note";

/** A repository on GitHub as a job of Actions knows it. */
export interface GitHub {
  readonly api: Api;
  /** E.g. example/platform-foundation. */
  readonly repository: string;
}

/** Author of what the job's own token writes. */
export const actionsBot = "github-actions[bot]";

type Variables = Readonly<Record<string, string | undefined>>;

/** GitHub by the variables that Actions sets. @throws WrongUse naming each that is missing. */
export function gitHub(env: Variables, options: Pick<ApiOptions, "wait" | "say"> = {}): GitHub {
  const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository, GITHUB_API_URL: url = "https://api.github.com" } = env;
  const missing = Object.entries({ GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository }).filter(([, value]) => !value);
  if (missing.length > 0 || token === undefined || repository === undefined) {
    const lines = missing.map(([name]) => `${name} is not set`);
    throw new WrongUse([...lines, "  in a job: env: GITHUB_TOKEN: $" + "{{ github.token }}"].join("\n"));
  }
  const headers = {
    accept: "application/vnd.github+json",
    authorization: `Bearer ${token}`,
    "x-github-api-version": "2022-11-28",
  };
  return { api: new Api({ url, headers, ...options }), repository };
}

const commentSchema = z.object({
  id: z.number(),
  body: z.string().nullish(),
  // Of a deleted account there is none.
  user: z.object({ login: z.string() }).nullish(),
});

/** The comments of the pull request `number`; ours are those of `author`. */
export function gitHubNotes({ api, repository }: GitHub, number: number, author: string): Notes {
  const issue = `/repos/${repository}/issues`;
  return {
    list: async () => {
      const comments = z.array(commentSchema).parse(await api.all(`${issue}/${number}/comments?per_page=100`));
      return comments
        .map(({ id, body, user }) => ({ id, body: body ?? "", own: user?.login === author }))
        .sort((one, other) => one.id - other.id);
    },
    create: async (body) => void (await api.call("POST", `${issue}/${number}/comments`, { body })),
    update: async (id, body) => void (await api.call("PATCH", `${issue}/comments/${id}`, { body })),
    remove: async (id) => void (await api.call("DELETE", `${issue}/comments/${id}`)),
  };
}

/**
 * Who writes with the token: `author` where it is given, the user of a personal token, else the bot of Actions. The token of
 * a job is one of an installation, which GitHub does not tell who it is; that of another app needs `author`.
 */
export async function gitHubAuthor({ api }: GitHub, author: string | undefined): Promise<string> {
  if (author !== undefined) return author;
  try {
    return z.object({ login: z.string() }).parse(await api.call("GET", "/user")).login;
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) return actionsBot;
    throw error;
  }
}

/** The number of the pull request that the job runs for. @throws WrongUse where it runs for none. */
export function pullRequestNumber({ GITHUB_EVENT_PATH: file }: Variables): number {
  const event: unknown = file === undefined ? {} : JSON.parse(readFileSync(file, "utf8"));
  const { data } = z.object({ pull_request: z.object({ number: z.int() }) }).safeParse(event);
  if (data !== undefined) return data.pull_request.number;
  throw new WrongUse("this job does not run for a pull request: name it, e.g. --pull-request 12");
}
