import { z } from "zod";
import type { GitHub } from "./github";
import type { GitLab } from "./gitlab";
import { markerOf } from "./note";

/** An open issue. */
export interface Issue {
  readonly id: number;
  readonly body: string;
  readonly own: boolean;
}

export interface IssueText {
  readonly title: string;
  readonly body: string;
}

/** The open issues of a repository that may be about drift. */
export interface Issues {
  list(): Promise<Issue[]>;
  create(text: IssueText): Promise<void>;
  update(id: number, text: IssueText): Promise<void>;
  close(id: number, why: string): Promise<void>;
}

/** What was done with the issue. */
export type Kept = "opened" | "updated" | "unchanged" | "closed" | "not needed";

/**
 * Keeps the one open issue that begins with `marker`: says `text`, or is closed where there is none. Of several the oldest
 * stays open. One that a person closed is not opened again: what is still found gets a new one.
 */
export async function keepIssue(issues: Issues, marker: string, text: IssueText | undefined): Promise<Kept> {
  const open = (await issues.list()).filter(({ own, body }) => own && markerOf(body) === marker);
  const [kept, ...others] = [...open].sort((one, other) => one.id - other.id);
  for (const { id } of others) await issues.close(id, "There is an older one about the same.");
  if (text === undefined) {
    if (kept === undefined) return "not needed";
    await issues.close(kept.id, "The clouds are as the states record them.");
    return "closed";
  }
  if (kept === undefined) {
    await issues.create(text);
    return "opened";
  }
  if (kept.body.trimEnd() === text.body.trimEnd()) return "unchanged";
  await issues.update(kept.id, text);
  return "updated";
}

const label = "drift";

const gitHubIssue = z.object({
  number: z.int(),
  body: z.string().nullish(),
  user: z.object({ login: z.string() }).nullish(),
  // The list has pull requests too.
  pull_request: z.unknown().optional(),
});

/** Issues on GitHub; ours are those of `author`. */
export function gitHubIssues({ api, repository }: GitHub, author: string): Issues {
  const path = `/repos/${repository}/issues`;
  return {
    list: async () => {
      const query = new URLSearchParams({ state: "open", labels: label, per_page: "100" });
      const all = z.array(gitHubIssue).parse(await api.all(`${path}?${query}`));
      return all
        .filter(({ pull_request }) => pull_request === undefined)
        .map(({ number, body, user }) => ({ id: number, body: body ?? "", own: user?.login === author }));
    },
    create: async (text) => void (await api.call("POST", path, { ...text, labels: [label] })),
    update: async (id, text) => void (await api.call("PATCH", `${path}/${id}`, text)),
    close: async (id, why) => {
      await api.call("POST", `${path}/${id}/comments`, { body: why });
      await api.call("PATCH", `${path}/${id}`, { state: "closed", state_reason: "completed" });
    },
  };
}

const gitLabIssue = z.object({
  iid: z.int(),
  description: z.string().nullish(),
  author: z.object({ id: z.number() }),
});

/** Issues on GitLab; ours are those of the user with the ID `author`. */
export function gitLabIssues({ api, project }: GitLab, author: number): Issues {
  const path = `/projects/${encodeURIComponent(project)}/issues`;
  const fields = ({ title, body }: IssueText) => ({ title, description: body });
  return {
    list: async () => {
      const query = new URLSearchParams({ state: "opened", labels: label, per_page: "100" });
      const all = z.array(gitLabIssue).parse(await api.all(`${path}?${query}`));
      return all.map(({ iid, description, author: { id } }) => ({
        id: iid,
        body: description ?? "",
        own: id === author,
      }));
    },
    create: async (text) => void (await api.call("POST", path, { ...fields(text), labels: label })),
    update: async (id, text) => void (await api.call("PUT", `${path}/${id}`, fields(text))),
    close: async (id, why) => {
      await api.call("POST", `${path}/${id}/notes`, { body: why });
      await api.call("PUT", `${path}/${id}`, { state_event: "close" });
    },
  };
}
