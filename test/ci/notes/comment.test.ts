import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CommentOptions, comment } from "../../../ci/notes/comment";
import { GitHubServer } from "../../support/hosts/github";
import { GitLabServer } from "../../support/hosts/gitlab";

const marker = "<!-- foundation-review -->";
const bot = "github-actions[bot]";

describe("the comment on a pull request", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "foundation-comment-"));
  const file = path.join(folder, "report.md");
  let host: GitHubServer;
  let said: string[];
  let waits: number[];

  beforeEach(async () => {
    host = new GitHubServer();
    await host.start();
    host.comments.set(12, []);
    said = [];
    waits = [];
  });
  afterEach(() => host.stop());

  const put = (text: string, options: Partial<CommentOptions> = {}, env = host.env()) => {
    writeFileSync(file, text);
    const wait = async (ms: number) => void waits.push(ms);
    return comment({ file, gitlab: false, number: 12, ...options }, env, (line) => said.push(line), wait);
  };
  const bodies = () => host.comments.get(12)?.map(({ body }) => body);

  it("is made once, then updated in place, then left alone where nothing changed", async () => {
    expect(await put(`${marker}\nfirst`)).toContain("created");
    expect(await put(`${marker}\nsecond`)).toContain("updated");
    expect(await put(`${marker}\nsecond\n`)).toContain("unchanged");
    expect(bodies()).toEqual([`${marker}\nsecond`]);
    expect([host.count("POST"), host.count("PATCH")]).toEqual([1, 1]);
  });

  it("is found behind 250 others, by pages of 100", async () => {
    for (let n = 0; n < 250; n++) host.say(12, `comment ${n}`, "octocat");
    const own = host.say(12, `${marker}\nold`, bot);
    await put(`${marker}\nnew`);
    expect(host.count("GET", /comments$/)).toBe(3);
    expect(own.body).toBe(`${marker}\nnew`);
    expect(host.comments.get(12)).toHaveLength(251);
  });

  it("is no comment of another that quotes the marker, nor one of ours about something else", async () => {
    host.say(12, `${marker}\nI quote it`, "octocat");
    host.say(12, `${marker}\nI am another bot`, "other-app[bot]");
    host.say(12, "<!-- foundation-review-of-docs -->\nother", bot);
    host.say(12, `> ${marker}\nquoted`, bot);
    expect(await put(`${marker}\nreport`)).toContain("created");
    expect(host.count("PATCH")).toBe(0);
    expect(bodies()).toHaveLength(5);
  });

  it("is found whatever the marker says behind its name", async () => {
    await put("<!-- foundation-review commit=abc -->\nfirst");
    await put("<!-- foundation-review commit=def -->\nsecond");
    expect(bodies()).toEqual(["<!-- foundation-review commit=def -->\nsecond"]);
  });

  it("survives that its author's account is deleted", async () => {
    host.say(12, `${marker}\nold`, "gone").user = null;
    expect(await put(`${marker}\nnew`)).toContain("created");
  });

  it("keeps the oldest of several that two jobs made at once", async () => {
    const kept = host.say(12, `${marker}\none`, bot);
    host.say(12, `${marker}\nother`, bot);
    host.say(12, `${marker}\nthird`, bot);
    host.fail({ method: "DELETE", path: /./, status: 404, body: { message: "Not Found" } });
    await put(`${marker}\nnew`);
    expect(kept.body).toBe(`${marker}\nnew`);
    expect(host.count("DELETE")).toBe(2);
  });

  it("belongs to the user of a personal token, or to --author", async () => {
    const own = host.say(12, `${marker}\nold`, "octocat");
    await put(`${marker}\nnew`, {}, host.env("personal-token"));
    expect(own.body).toBe(`${marker}\nnew`);
    await put(`${marker}\nof an app`, { author: "our-app[bot]" });
    expect(host.comments.get(12)).toHaveLength(2);
  });

  it("is no failure where the token may not write: it points to the summary of the job", async () => {
    const told = await put(`${marker}\nreport`, {}, host.env("fork-token"));
    expect(told).toContain("Resource not accessible by integration");
    expect(told).toContain("summary of the job");
    expect(bodies()).toEqual([]);
  });

  it("waits as long as a secondary limit asks, and says so", async () => {
    const limited = { message: "You have exceeded a secondary rate limit. Please wait." };
    host.fail({ method: "POST", path: /./, status: 403, headers: { "retry-after": "17" }, body: limited });
    host.fail({ method: "GET", path: /comments/, status: 429, body: limited });
    expect(await put(`${marker}\nreport`)).toContain("created");
    expect(waits).toEqual([60_000, 17_000]);
    expect(said.join("\n")).toContain("answered 403; again in 17 s");
    expect(bodies()).toHaveLength(1);
  });

  it("waits for the hour's limit only if that is soon", async () => {
    const limited = (seconds: number) => ({
      ...{ method: "GET", path: /comments/, status: 403, body: { message: "API rate limit exceeded" } },
      headers: {
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + seconds),
      },
    });
    host.fail(limited(20));
    expect(await put(`${marker}\nreport`)).toContain("created");
    host.fail(limited(3000));
    await expect(put(`${marker}\nreport`)).rejects.toThrow("API rate limit exceeded");
  });

  it("tries again when the host fails, but makes no second one when the first was made all the same", async () => {
    host.fail({ method: "GET", path: /comments/, status: 502, times: 2 });
    host.fail({ method: "POST", path: /./, status: 502, done: true });
    expect(await put(`${marker}\nreport`)).toContain("created");
    expect(waits).toEqual([1000, 2000]);
    expect(bodies()).toEqual([`${marker}\nreport`]);
    host.comments.set(12, []);
    host.fail({ method: "POST", path: /./, status: 502 });
    await put(`${marker}\nreport`);
    expect(bodies()).toEqual([`${marker}\nreport`]);
  });

  it.each([
    ["fails", "where there is no such pull request", 404, () => put(`${marker}\nx`, { number: 99 })],
    ["fails", "where the text is too long", 422, () => put(`${marker}\n${"x".repeat(65_536)}`)],
    ["fails", "where the token is wrong", 401, () => put(`${marker}\nx`, {}, host.env("none"))],
  ] as const)("%s %s, with what the host said", async (_, __, status, act) => {
    const words = { 404: "Not Found", 422: "too long", 401: "Bad credentials" }[status];
    await expect(act()).rejects.toThrow(new RegExp(`answered ${status}.*${words}`));
  });

  it("follows no page to another host, since the token would go there", async () => {
    const headers = { link: '<https://elsewhere.example.com/?page=2>; rel="next"' };
    host.fail({ method: "GET", path: /comments/, status: 200, body: [], headers });
    await expect(put(`${marker}\nx`)).rejects.toThrow("elsewhere.example.com");
  });

  it("names every missing variable, and a file that has no marker", async () => {
    await expect(put(`${marker}\nx`, {}, {})).rejects.toThrow(/GITHUB_TOKEN is not set\nGITHUB_REPOSITORY is not set/);
    await expect(put("no marker")).rejects.toThrow("does not begin with a marker");
    await expect(put(`${marker}\nx`, { number: undefined })).rejects.toThrow("--pull-request 12");
    rmSync(folder, { recursive: true });
  });
});

describe("the note on a merge request", () => {
  it("is made once and updated in place, between those of others", async () => {
    const host = new GitLabServer();
    await host.start();
    const folder = mkdtempSync(path.join(tmpdir(), "foundation-note-"));
    const file = path.join(folder, "report.md");
    try {
      host.notes.set(3, []);
      for (let n = 0; n < 120; n++) host.say(3, `${marker}\nquoted ${n}`, { id: 9, username: "octocat" });
      host.say(3, `${marker}\nchanged the title`, { id: 7, username: "project_42_bot" }, true);
      const put = (text: string) => {
        writeFileSync(file, `${marker}\n${text}`);
        const env = { ...host.env(), CI_MERGE_REQUEST_IID: "3" };
        return comment({ file, gitlab: true }, env, () => {});
      };
      expect(await put("first")).toBe("the comment of the merge request is created");
      expect(await put("second")).toBe("the comment of the merge request is updated");
      expect(host.notes.get(3)?.filter(({ author, system }) => author.id === 7 && !system)).toMatchObject([
        { body: `${marker}\nsecond` },
      ]);
      host.tokens.set("project-token", { id: 7, username: "project_42_bot", mayWrite: false });
      expect(await put("third")).toContain("insufficient_scope");
      await expect(comment({ file, gitlab: true }, {}, () => {})).rejects.toThrow(
        /FOUNDATION_GITLAB_TOKEN is not set\nCI_PROJECT_ID is not set\nCI_API_V4_URL is not set/,
      );
    } finally {
      await host.stop();
      rmSync(folder, { recursive: true });
    }
  });
});
