import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Request {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: Record<string, unknown>;
}

export interface Response {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** A failure that the next requests of this kind meet. */
export interface Fault extends Response {
  readonly method: string;
  readonly path: RegExp;
  /** How often. Default: once. */
  readonly times?: number;
  /** Whether the request is carried out all the same. Default: no. */
  readonly done?: boolean;
}

/** A stand-in for the REST API of a host, with its pages: a real server on a port of this machine. */
export abstract class HostServer {
  readonly requests: Request[] = [];
  private readonly faults: { fault: Fault; left: number }[] = [];
  private readonly server = createServer((message, response) => void this.serve(message, response));

  /** What the API answers. */
  protected abstract answer(request: Request): Response;
  /** The default and the greatest `per_page`. */
  protected abstract readonly pageSizes: readonly [number, number];

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return this.url;
  }

  get url(): string {
    // It listens on a port and not on a socket file.
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  fail(fault: Fault): void {
    this.faults.push({ fault, left: fault.times ?? 1 });
  }

  /** How many requests of a kind there were. */
  count(method: string, path = /./): number {
    return this.requests.filter((one) => one.method === method && path.test(one.path)).length;
  }

  /** A page of a list with the header Link, whose addresses keep the query. */
  protected page(items: readonly unknown[], { path, query }: Request): Response {
    const [usual, most] = this.pageSizes;
    const size = Math.min(Number(query.get("per_page") ?? usual), most);
    const page = Number(query.get("page") ?? 1);
    const last = Math.max(1, Math.ceil(items.length / size));
    const link = (to: number, rel: string) => {
      const address = new URL(path, this.url);
      for (const [name, value] of query) address.searchParams.set(name, value);
      address.searchParams.set("page", String(to));
      return `<${address.href}>; rel="${rel}"`;
    };
    const links = [
      ...(page > 1 ? [link(page - 1, "prev"), link(1, "first")] : []),
      ...(page < last ? [link(page + 1, "next"), link(last, "last")] : []),
    ];
    return {
      status: 200,
      body: items.slice((page - 1) * size, page * size),
      headers: links.length > 0 ? { link: links.join(", ") } : {},
    };
  }

  private async serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const url = new URL(message.url ?? "/", this.url);
    const request: Request = {
      ...{ method: message.method ?? "GET", path: url.pathname, query: url.searchParams, headers: message.headers },
      body: text === "" ? {} : JSON.parse(text),
    };
    this.requests.push(request);
    const { status, body, headers = {} } = this.respond(request);
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(body === undefined ? "" : JSON.stringify(body));
  }

  private respond(request: Request): Response {
    const met = this.faults.find(
      ({ fault, left }) => left > 0 && fault.method === request.method && fault.path.test(request.path),
    );
    if (met === undefined) return this.answer(request);
    met.left--;
    if (met.fault.done) this.answer(request);
    return met.fault;
  }
}
