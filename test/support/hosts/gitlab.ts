import { HostServer, type Request, type Response } from "./server";

interface GitLabNote {
  id: number;
  body: string;
  system: boolean;
  author: { id: number; username: string };
}

/** A stand-in for what GitLab's REST API does with the notes of merge requests of one project (docs.gitlab.com, "Notes API"). */
export class GitLabServer extends HostServer {
  protected readonly pageSizes = [20, 100] as const;
  readonly notes = new Map<number, GitLabNote[]>();
  /** Users by token. */
  readonly tokens = new Map([["project-token", { id: 7, username: "project_42_bot", mayWrite: true }]]);
  private lastId = 500;

  env(): Record<string, string> {
    return { FOUNDATION_GITLAB_TOKEN: "project-token", CI_PROJECT_ID: "42", CI_API_V4_URL: `${this.url}/api/v4` };
  }

  say(iid: number, body: string, author: GitLabNote["author"], system = false): GitLabNote {
    const note = { id: ++this.lastId, body, system, author };
    this.notes.set(iid, [...(this.notes.get(iid) ?? []), note]);
    return note;
  }

  protected answer(request: Request): Response {
    const user = this.tokens.get(String(request.headers["private-token"]));
    if (user === undefined) return { status: 401, body: { message: "401 Unauthorized" } };
    const { id, username, mayWrite } = user;
    if (request.path === "/api/v4/user") return { status: 200, body: { id, username } };
    const [, iid, note] =
      /^\/api\/v4\/projects\/42\/merge_requests\/(\d+)\/notes(?:\/(\d+))?$/.exec(request.path) ?? [];
    const notes = this.notes.get(Number(iid));
    if (notes === undefined) return { status: 404, body: { message: "404 Not found" } };
    if (request.method === "GET") return this.page(notes, request);
    if (!mayWrite) return { status: 403, body: { error: "insufficient_scope" } };
    if (request.method === "POST")
      return { status: 201, body: this.say(Number(iid), String(request.body.body), { id, username }) };
    const found = notes.find((one) => one.id === Number(note));
    if (found === undefined) return { status: 404, body: { message: "404 Not found" } };
    if (found.author.id !== id) return { status: 403, body: { message: "403 Forbidden" } };
    if (request.method === "PUT") {
      found.body = String(request.body.body);
      return { status: 200, body: found };
    }
    this.notes.set(
      Number(iid),
      notes.filter((one) => one !== found),
    );
    return { status: 204 };
  }
}
