import { setTimeout as delay } from "node:timers/promises";
import { CommandFailure } from "../../cli/errors";

/** How a REST API is spoken to, the same for GitHub and GitLab. */
export interface ApiOptions {
  /** E.g. https://api.github.com. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Waits; a test counts instead. Default: real time. */
  readonly wait?: (ms: number) => Promise<unknown>;
  /** What is told while it waits. Default: nothing. */
  readonly say?: (line: string) => void;
}

/** The host answered, and not with success. */
export class ApiError extends CommandFailure {
  constructor(
    readonly method: string,
    readonly path: string,
    readonly status: number,
    readonly detail: string,
  ) {
    super(`${method} ${path} answered ${status}${detail === "" ? "" : `: ${detail}`}${hint(status)}`);
  }
}

function hint(status: number): string {
  if (status === 401) return "\n  the token is wrong or has expired";
  if (status === 404) return "\n  there is no such thing, or the token may not see it";
  return "";
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** So often is something tried that may work the next time. */
const attempts = 5;
/** A job is not kept waiting for longer by a limit of the host. */
const maxWaitMs = 5 * 60_000;
/** What GitHub asks for where it names no time for its secondary limit: docs.github.com, "Rate limits for the REST API". */
const limitWaitMs = 60_000;

/** A REST API: pages through lists, and waits where the host asks for it. */
export class Api {
  constructor(private readonly options: ApiOptions) {}

  /** One request. @throws ApiError where the answer is no success. */
  async call(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await this.patient(method, this.url(path), body);
    return answer.body === "" ? undefined : JSON.parse(answer.body);
  }

  /** All pages of a list, by the header Link, as GitHub and GitLab have it. */
  async all(path: string): Promise<unknown[]> {
    const items: unknown[] = [];
    let next: string | undefined = this.url(path);
    while (next !== undefined) {
      const { headers, body } = await this.patient("GET", next);
      const page: unknown = JSON.parse(body);
      if (!Array.isArray(page)) throw new CommandFailure(`GET ${path} answered with something that is no list`);
      items.push(...page);
      next = this.nextPage(headers.get("link"));
    }
    return items;
  }

  private url(path: string): string {
    return `${this.options.url.replace(/\/$/, "")}${path}`;
  }

  /** The address of the next page. The token goes to no other host, whatever an answer says. */
  private nextPage(link: string | null): string | undefined {
    const found = link?.split(",").find((part) => /;\s*rel="?next"?/.test(part));
    const address = /<([^>]+)>/.exec(found ?? "")?.[1];
    if (address === undefined) return undefined;
    const next = new URL(address, this.options.url);
    if (next.origin === new URL(this.options.url).origin) return next.href;
    throw new CommandFailure(`the next page is on another host, ${next.origin}: not followed`);
  }

  private async patient(method: string, url: string, body?: object): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.send(method, url, body);
      if (typeof answer !== "string" && answer.status < 300) return answer;
      const wait = waitFor(method, answer, attempt);
      const name = `${method} ${new URL(url).pathname}`;
      const told = typeof answer === "string" ? `${name}: ${answer}` : `${name} answered ${answer.status}`;
      if (wait === undefined || attempt === attempts || wait > maxWaitMs) {
        if (typeof answer === "string") throw new CommandFailure(told);
        throw new ApiError(method, new URL(url).pathname, answer.status, detailOf(answer.body));
      }
      this.options.say?.(`${told}; again in ${Math.ceil(wait / 1000)} s`);
      await (this.options.wait ?? delay)(wait);
    }
  }

  /** The answer, or why there was none. */
  private async send(method: string, url: string, body?: object): Promise<Answer | string> {
    const headers = { "user-agent": "platform-foundation", accept: "application/json", ...this.options.headers };
    try {
      const response = await fetch(url, {
        method,
        headers: body === undefined ? headers : { ...headers, "content-type": "application/json" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        // A redirect of a renamed repository keeps the method only with 307 and 308; fetch does that.
        signal: AbortSignal.timeout(30_000),
      });
      return { status: response.status, headers: response.headers, body: await response.text() };
    } catch (error) {
      return error instanceof Error ? String(error.cause ?? error.message) : String(error);
    }
  }
}

/**
 * How long to wait before it is tried again; undefined where that helps nothing.
 *
 * A POST that failed without an answer, or with a failure of the host, may have been done: it is not repeated here, since
 * only the caller can look whether it was.
 */
function waitFor(method: string, answer: Answer | string, attempt: number): number | undefined {
  const backoff = 1_000 * 2 ** (attempt - 1);
  if (typeof answer === "string") return method === "POST" ? undefined : backoff;
  const { status, headers } = answer;
  if (status >= 500) return method === "POST" ? undefined : (secondsIn(headers, "retry-after") ?? backoff);
  if (status !== 403 && status !== 429) return undefined;
  const asked = secondsIn(headers, "retry-after");
  if (asked !== undefined) return asked;
  const reset = secondsIn(headers, "x-ratelimit-reset");
  if (headers.get("x-ratelimit-remaining") === "0" && reset !== undefined)
    return Math.max(1_000, reset - Date.now() + 1_000);
  if (status === 429 || /secondary rate limit|abuse detection/i.test(answer.body)) return limitWaitMs * attempt;
  return undefined;
}

/** A header of seconds, in milliseconds. */
function secondsIn(headers: Headers, name: string): number | undefined {
  const value = headers.get(name);
  return value !== null && /^\d+$/.test(value) ? Number(value) * 1_000 : undefined;
}

/** What an error body says: GitHub's `message` and `errors`, GitLab's `message` or `error`. */
function detailOf(body: string): string {
  let said: { message?: unknown; error?: unknown; errors?: unknown };
  try {
    said = Object(JSON.parse(body));
  } catch {
    return body.slice(0, 200).trim();
  }
  const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  return [said.message, said.error, said.errors]
    .filter((part) => part !== undefined)
    .map(text)
    .join(" ")
    .slice(0, 500);
}
