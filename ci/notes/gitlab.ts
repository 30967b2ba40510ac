import { z } from "zod";
import { WrongUse } from "../../cli/errors";
import { Api, type ApiOptions } from "./api";
import type { Notes } from "./note";

/** A project on GitLab as a job of its CI knows it. */
export interface GitLab {
  readonly api: Api;
  readonly project: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * GitLab by the variables that its CI sets, and FOUNDATION_GITLAB_TOKEN: a project access token with the scope `api`, since
 * a job's own token may not write notes (docs.gitlab.com, "CI/CD job token").
 *
 * @throws WrongUse naming each that is missing.
 */
export function gitLab(env: Variables, options: Pick<ApiOptions, "wait" | "say"> = {}): GitLab {
  const { FOUNDATION_GITLAB_TOKEN: token, CI_PROJECT_ID: project, CI_API_V4_URL: url } = env;
  const wanted = { FOUNDATION_GITLAB_TOKEN: token, CI_PROJECT_ID: project, CI_API_V4_URL: url };
  const missing = Object.entries(wanted).filter(([, value]) => !value);
  if (missing.length > 0 || token === undefined || project === undefined || url === undefined) {
    const lines = missing.map(([name]) => `${name} is not set`);
    throw new WrongUse([...lines, "  FOUNDATION_GITLAB_TOKEN is a project access token with the scope api"].join("\n"));
  }
  return { api: new Api({ url, headers: { "private-token": token }, ...options }), project };
}

const noteSchema = z.object({
  id: z.number(),
  body: z.string(),
  system: z.boolean(),
  author: z.object({ id: z.number() }),
});

/** The notes of the merge request `iid`; ours are those of the user with the ID `author`. */
export function gitLabNotes({ api, project }: GitLab, iid: number, author: number): Notes {
  const notes = `/projects/${encodeURIComponent(project)}/merge_requests/${iid}/notes`;
  return {
    list: async () => {
      const all = z.array(noteSchema).parse(await api.all(`${notes}?per_page=100&order_by=created_at&sort=asc`));
      return all.map(({ id, body, system, author: { id: user } }) => ({ id, body, own: !system && user === author }));
    },
    create: async (body) => void (await api.call("POST", notes, { body })),
    update: async (id, body) => void (await api.call("PUT", `${notes}/${id}`, { body })),
    remove: async (id) => void (await api.call("DELETE", `${notes}/${id}`)),
  };
}

/** ID of the user that the token belongs to; of a project access token that is its bot. */
export async function gitLabAuthor({ api }: GitLab): Promise<number> {
  return z.object({ id: z.number() }).parse(await api.call("GET", "/user")).id;
}

/** The merge request that the job runs for. @throws WrongUse where it runs for none. */
export function mergeRequestNumber({ CI_MERGE_REQUEST_IID: iid }: Variables): number {
  if (iid !== undefined && /^\d+$/.test(iid)) return Number(iid);
  throw new WrongUse("this job does not run for a merge request: name it, e.g. --merge-request 12");
}
