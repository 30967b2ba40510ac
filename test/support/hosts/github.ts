import { z } from "zod";
import { HostServer, type Request, type Response } from "./server";

export interface Comment {
  id: number;
  body: string;
  user: { login: string; type: "Bot" | "User" } | null;
}

export interface Issue {
  number: number;
  title: string;
  body: string;
  state: "open" | "closed";
  labels: string[];
  user: { login: string };
  pull_request?: object;
}

/** Who holds a token, and whether it may write. */
interface Holder {
  readonly login: string;
  readonly kind: "user" | "installation";
  readonly mayWrite: boolean;
  /** Of a job's token: what its permissions are. Default: all. */
  readonly permissions?: Readonly<Record<string, string>>;
}

const repository = "/repos/example/platform-foundation";
const documentation_url = "https://docs.github.com/rest";
/** Of the REST API: a comment may have so many characters. */
const maximumBody = 65_536;

/**
 * A stand-in for what GitHub's REST API does with comments, issues and environments of one repository, with the pages
 * and error bodies that its documentation has (docs.github.com, "Issue comments", "Issues", "Environments").
 */
export class GitHubServer extends HostServer {
  protected readonly pageSizes = [30, 100] as const;
  readonly comments = new Map<number, Comment[]>();
  readonly issues: Issue[] = [];
  /** Protected environments: who must approve. */
  readonly environments = new Map<string, string[]>();
  /** Of `GET /commits/SHA/pulls` and `GET /actions/workflows/FILE/runs`. */
  readonly pulls: { number: number; merge_commit_sha: string; head: { sha: string }; merged_at: string }[] = [];
  readonly runs: { id: number; head_sha: string; path: string; event: string; status: string; conclusion: string }[] =
    [];
  readonly tokens = new Map<string, Holder>([
    ["job-token", { login: "github-actions[bot]", kind: "installation", mayWrite: true }],
    ["fork-token", { login: "github-actions[bot]", kind: "installation", mayWrite: false }],
    ["personal-token", { login: "octocat", kind: "user", mayWrite: true }],
  ]);
  private lastId = 1000;

  /** What a job finds in its variables. */
  env(token = "job-token"): Record<string, string> {
    return { GITHUB_TOKEN: token, GITHUB_REPOSITORY: "example/platform-foundation", GITHUB_API_URL: this.url };
  }

  /** A token of a job, with its permissions and no others. */
  tokenFor(permissions: Readonly<Record<string, string>>): string {
    const token = `job-token-${this.tokens.size}`;
    this.tokens.set(token, { login: "github-actions[bot]", kind: "installation", mayWrite: true, permissions });
    return token;
  }

  /** Somebody comments. */
  say(pull: number, body: string, login: string): Comment {
    const type = login.endsWith("[bot]") ? ("Bot" as const) : ("User" as const);
    const comment: Comment = { id: ++this.lastId, body, user: { login, type } };
    this.comments.set(pull, [...(this.comments.get(pull) ?? []), comment]);
    return comment;
  }

  protected answer(request: Request): Response {
    const holder = this.tokens.get(/^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "");
    if (holder === undefined) return failure(401, "Bad credentials");
    if (request.path === "/user") {
      return holder.kind === "user" ? { status: 200, body: { login: holder.login } } : notForIntegrations;
    }
    if (!request.path.startsWith(`${repository}/`)) return notFound;
    if (!isAllowed(request, holder)) return notForIntegrations;
    return this.inRepository({ ...request, path: request.path.slice(repository.length) }, request, holder);
  }

  private inRepository(request: Request, whole: Request, holder: Holder): Response {
    const route = (pattern: RegExp) =>
      pattern
        .exec(request.path)
        ?.slice(1)
        .map((part) => part && decodeURIComponent(part));
    const ofPull = route(/^\/issues\/(\d+)\/comments$/);
    if (ofPull) return this.commentsOf(Number(ofPull[0]), request, whole, holder);
    const ofComment = route(/^\/issues\/comments\/(\d+)$/);
    if (ofComment) return this.oneComment(Number(ofComment[0]), request, holder);
    const ofIssue = route(/^\/issues(?:\/(\d+))?$/);
    if (ofIssue) return this.issue(ofIssue[0], request, whole, holder);
    const ofEnvironment = route(/^\/environments\/([^/]+)$/);
    if (ofEnvironment) return this.environment(ofEnvironment[0] ?? "");
    const ofCommit = route(/^\/commits\/(\w+)\/pulls$/);
    if (ofCommit)
      return this.page(
        this.pulls.filter(({ merge_commit_sha: sha }) => sha === ofCommit[0]),
        whole,
      );
    const ofRuns = route(/^\/actions\/workflows\/([^/]+)\/runs$/);
    if (ofRuns) return this.runsOf(ofRuns[0] ?? "", whole);
    return notFound;
  }

  private commentsOf(pull: number, { method, body }: Request, whole: Request, { login }: Holder): Response {
    if (!this.comments.has(pull)) return notFound;
    if (method === "GET") return this.page(this.comments.get(pull) ?? [], whole);
    const wrong = wrongBody(body.body);
    return wrong ?? { status: 201, body: this.say(pull, String(body.body), login) };
  }

  private oneComment(id: number, { method, body }: Request, { login }: Holder): Response {
    for (const [pull, comments] of this.comments) {
      const comment = comments.find((one) => one.id === id);
      if (comment === undefined) continue;
      if (comment.user?.login !== login) return failure(403, "Must have admin rights to Repository.");
      if (method === "DELETE") {
        this.comments.set(
          pull,
          comments.filter((one) => one !== comment),
        );
        return { status: 204 };
      }
      const wrong = wrongBody(body.body);
      if (wrong) return wrong;
      comment.body = String(body.body);
      return { status: 200, body: comment };
    }
    return notFound;
  }

  private issue(
    number: string | undefined,
    { method, body, query }: Request,
    whole: Request,
    { login }: Holder,
  ): Response {
    if (number === undefined && method === "GET") {
      const state = query.get("state") ?? "open";
      const label = query.get("labels");
      const found = this.issues.filter(
        (one) => (state === "all" || one.state === state) && (label === null || one.labels.includes(label)),
      );
      return this.page([...found].reverse(), whole);
    }
    if (number === undefined) {
      const { title, labels = [] } = body;
      const made: Issue = {
        ...{ number: ++this.lastId, title: String(title), body: String(body.body), state: "open", user: { login } },
        labels: z.array(z.string()).parse(labels),
      };
      this.issues.push(made);
      this.comments.set(made.number, []);
      return { status: 201, body: made };
    }
    const found = this.issues.find((one) => one.number === Number(number));
    if (found === undefined) return notFound;
    if (method === "PATCH") Object.assign(found, body);
    return { status: 200, body: found };
  }

  private environment(name: string): Response {
    const reviewers = this.environments.get(name);
    if (reviewers === undefined) return notFound;
    const rule = {
      id: 1,
      type: "required_reviewers",
      reviewers: reviewers.map((login) => ({ type: "User", reviewer: { login } })),
    };
    return { status: 200, body: { id: 1, name, protection_rules: reviewers.length > 0 ? [rule] : [] } };
  }

  private runsOf(file: string, whole: Request): Response {
    const sha = whole.query.get("head_sha");
    const found = this.runs.filter(
      (run) => run.path === `.github/workflows/${file}` && (sha === null || run.head_sha === sha),
    );
    return { status: 200, body: { total_count: found.length, workflow_runs: [...found].reverse() } };
  }
}

/** Which permission of a job's token a part of the API asks for; docs.github.com, "Permissions required for GitHub Apps". */
const needed: readonly [RegExp, readonly string[]][] = [
  [/\/comments(\/\d+)?$/, ["pull-requests", "issues"]],
  [/\/issues/, ["issues"]],
  [/\/environments\/|\/actions\//, ["actions"]],
  [/\/pulls$/, ["pull-requests"]],
];

function isAllowed({ method, path }: Request, { mayWrite, permissions }: Holder): boolean {
  if (method !== "GET" && !mayWrite) return false;
  if (permissions === undefined) return true;
  const [, names = []] = needed.find(([pattern]) => pattern.test(path)) ?? [];
  const given = names.map((name) => permissions[name]);
  return given.includes("write") || (method === "GET" && given.includes("read"));
}

const failure = (status: number, message: string, errors?: unknown): Response => ({
  status,
  body: { message, ...(errors !== undefined && { errors }), documentation_url, status: String(status) },
});
const notFound = failure(404, "Not Found");
const notForIntegrations = failure(403, "Resource not accessible by integration");

function wrongBody(body: unknown): Response | undefined {
  if (typeof body !== "string" || body.trim() === "")
    return failure(422, "Validation Failed", [{ resource: "IssueComment", code: "missing_field", field: "body" }]);
  if (body.length <= maximumBody) return undefined;
  const message = `body is too long (maximum is ${maximumBody} characters)`;
  return failure(422, "Validation Failed", [{ resource: "IssueComment", code: "custom", field: "body", message }]);
}
