import https from "node:https";

/** Where an API server answers, and who asks. */
export interface Access {
  /** E.g. `https://127.0.0.1:34567`. */
  url: string;
  /** The certificate that it shows, as PEM. */
  certificate: string;
  token: string;
}

export interface Answer {
  status: number;
  /** The JSON of the answer; its text where it is none. */
  body: unknown;
}

export interface AskOptions {
  /** Sent as JSON. */
  body?: unknown;
  /** Media type of what is sent. Default: `application/json`. */
  type?: string;
  query?: Record<string, string>;
}

/** One API server, asked over connections that are kept open. */
export class ApiClient {
  private readonly agent: https.Agent;

  constructor(private readonly access: Access) {
    this.agent = new https.Agent({ keepAlive: true, ca: access.certificate });
  }

  /** @throws Error where nothing answers; what the server refuses is an answer. */
  ask(method: string, path: string, { body, type = "application/json", query = {} }: AskOptions = {}): Promise<Answer> {
    const url = new URL(path, this.access.url);
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
    const content = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      authorization: `Bearer ${this.access.token}`,
      accept: "application/json",
      // Node says neither this nor chunks by itself for the body of a DELETE.
      ...(content !== undefined && { "content-type": type, "content-length": Buffer.byteLength(content) }),
    };
    return new Promise((resolve, reject) => {
      const request = https.request(url, { method, headers, agent: this.agent }, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (piece: string) => {
          text += piece;
        });
        response.on("error", reject);
        response.on("end", () => {
          const json = response.headers["content-type"]?.includes("json");
          resolve({ status: response.statusCode ?? 0, body: json ? JSON.parse(text) : text });
        });
      });
      request.on("error", reject);
      request.end(content);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
