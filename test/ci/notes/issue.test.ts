import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { driftMarker, driftText, stacksIn } from "../../../ci/notes/drift";
import { actionsBot, gitHub } from "../../../ci/notes/github";
import { gitHubIssues, keepIssue } from "../../../ci/notes/issue";
import type { ResourceDrift, StackDrift } from "../../../cli/drift/result";
import { GitHubServer } from "../../support/hosts/github";

const thing = (given: Partial<ResourceDrift> = {}): ResourceDrift => ({
  ...{
    urn: "urn:x",
    type: "aws:ec2/vpc:Vpc",
    name: "main",
    id: "vpc-1",
    components: [],
    kind: "changed",
    danger: false,
  },
  properties: [{ path: "tags.Owner", kind: "update", managed: true, recorded: "canary-value" }],
  ...given,
});
const stack = (given: Partial<StackDrift> = {}): StackDrift => ({
  ...{ stack: "dev-network", environment: "dev", layer: "network", result: "clean", durationMs: 1, resources: 9 },
  ...{ drift: [], diagnostics: [] },
  ...given,
});

describe("the issue about drift", () => {
  let host: GitHubServer;
  beforeEach(async () => {
    host = new GitHubServer();
    await host.start();
  });
  afterEach(() => host.stop());
  const keep = (...stacks: StackDrift[]) =>
    keepIssue(gitHubIssues(gitHub(host.env()), actionsBot), driftMarker, driftText(stacks));
  const drifted = (...drift: ResourceDrift[]) => stack({ result: "drifted", drift });

  it("is opened, left alone, updated and closed", async () => {
    expect(await keep(stack())).toBe("not needed");
    expect(await keep(drifted(thing()))).toBe("opened");
    expect(await keep(drifted(thing()))).toBe("unchanged");
    expect(await keep(drifted(thing(), thing({ id: "vpc-2" })))).toBe("updated");
    // Nothing is known of what could not be read.
    expect(await keep(stack({ result: "failed" }))).toBe("updated");
    expect(await keep(stack())).toBe("closed");
    expect(await keep(drifted(thing()))).toBe("opened");
    expect(host.issues.map(({ state }) => state)).toEqual(["closed", "open"]);
  });

  it("is neither another's nor a pull request's, behind more than a page of others", async () => {
    const other = { title: "x", body: `${driftMarker} -->`, state: "open" as const, labels: ["drift"] };
    for (let number = 1; number <= 120; number++) host.issues.push({ number, ...other, user: { login: "octocat" } });
    host.issues.push({ number: 121, ...other, user: { login: actionsBot }, pull_request: {} });
    expect(await keep(drifted(thing()))).toBe("opened");
    expect(await keep(stack())).toBe("closed");
    expect(host.issues.filter(({ state }) => state === "closed")).toHaveLength(1);
  });

  it("says what is dangerous first, no values, and nothing of what things are called as Markdown", () => {
    const hostile = "@octocat | <b> #1 [x](https://example.com)\n```";
    const text = driftText([drifted(thing({ id: "calm" }), thing({ danger: true, kind: "deleted", name: hostile }))]);
    expect(text?.body.indexOf("**deleted**")).toBeLessThan(text?.body.indexOf("calm") ?? 0);
    expect(text?.body).not.toMatch(/@octocat|<b>|canary-value|\]\(https|``/);
    expect(text?.body).toContain("npx foundation up dev --refresh");
  });

  it("stays below what GitHub takes, and counts the rest", () => {
    const many = Array.from({ length: 5_000 }, (_, n) =>
      thing({ id: `vpc-${n}`.padEnd(300, "x"), name: "&".repeat(300) }),
    );
    const text = driftText([drifted(...many)]);
    expect(text?.body.length).toBeLessThan(65_536);
    expect(text?.body).toMatch(/And 4[5-9]\d\d others/);
  });

  it("is made from results alone: every other file is named", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "foundation-drift-"));
    const file = (name: string, text: string) => {
      writeFileSync(path.join(folder, name), text);
      return path.join(folder, name);
    };
    expect(() => stacksIn([file("a.json", "{"), file("b.json", "{}")])).toThrow(
      /a\.json is no result.*[\s\S]*b\.json is no/,
    );
    rmSync(folder, { recursive: true });
  });
});
