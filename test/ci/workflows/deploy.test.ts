import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Platform, results } from "../../support/actions/platform";
import { review } from "../../support/reviews";

// As in review.test.ts, with the real `reviewed` and `drift-issue` too.

const devFile = "stacks/environments/dev.yaml";
const more = (text: string) => `${text}# one more line\n`;

describe("what happens on main, played", { timeout: 240_000 }, () => {
  const platform = new Platform();
  const roles = () => platform.play.credentials.map(({ job, role }) => `${job} ${role.split("/").at(-1)}`);
  const applied = () => platform.commands().flatMap((line) => / foundation (up .*)$/.exec(line)?.[1] ?? []);
  let before: string;

  beforeAll(async () => {
    await platform.start();
    for (const name of ["prod-plan", "staging", "prod"]) platform.github.environments.set(name, ["octocat"]);
    for (const name of ["dev", "staging", "prod"]) platform.can("preview", name, review());
    platform.branch("change");
    platform.commit("Change dev", { [devFile]: more });
    await platform.review(12);
    before = platform.merge(12, "change");
  }, 120_000);
  beforeEach(() => {
    for (const command of ["up", "drift"] as const) platform.can(command, "dev", undefined, 0);
    platform.commands();
    platform.play.credentials.length = 0;
  });
  afterAll(() => platform.stop());

  it("applies what was reviewed and nothing else, then sees that it is well", async () => {
    const run = await platform.deploy(before);
    expect(results(run)).toEqual({
      ...{ reviewed: "success", "apply-dev": "success", "health-dev": "success" },
      ...{ "apply-staging": "waiting", "apply-prod": "pending", "health-staging": "pending", "health-prod": "pending" },
    });
    expect(roles()).toEqual(["apply-dev foundation-deploy", "health-dev foundation-plan-dev"]);
    const later = await platform.decided(run, { staging: "approved", prod: "approved" });
    expect(results(later)).toMatchObject({ "apply-staging": "success", "apply-prod": "success" });
    // Nothing was reviewed for the others, so there was nothing to apply.
    expect(applied()).toEqual(["up dev --reviewed review/review-dev.json --yes"]);
  });

  it("applies nowhere but in the first environment what nobody had to approve", async () => {
    platform.github.environments.set("staging", []);
    const run = await platform.deploy(before);
    platform.github.environments.set("staging", ["octocat"]);
    expect(results(run)).toMatchObject({ "apply-dev": "success", "apply-staging": "failure" });
    expect(run.jobs.get("apply-staging")?.log).toContain("no required reviewers");
    expect(results(run)).not.toHaveProperty("apply-prod");
  });

  it("stops at the first environment that is not what was reviewed, or not well", async () => {
    const approvals = { staging: "approved", prod: "approved" } as const;
    platform.can("up", "dev", undefined, 5);
    const other = await platform.deploy(before, { approvals });
    expect(results(other)).toEqual({ reviewed: "success", "apply-dev": "failure" });
    platform.can("up", "dev", undefined, 0);
    platform.can("drift", "dev", undefined, 4);
    const sick = await platform.deploy(before, { approvals });
    expect(results(sick)).toEqual({ reviewed: "success", "apply-dev": "success", "health-dev": "failure" });
  });

  it("applies nothing that no pull request brought, or whose review failed or is not there", async () => {
    const direct = platform.git("rev-parse", "main");
    platform.commit("Push at once", { [devFile]: more });
    const pushed = await platform.deploy(direct);
    expect(results(pushed)).toEqual({ reviewed: "failure" });
    expect(pushed.jobs.get("reviewed")?.log).toContain("comes from no merged pull request");

    platform.branch("foreign");
    platform.commit("Change", { [devFile]: more });
    const fork = await platform.review(14, { fork: true });
    const base = platform.merge(14, "foreign");
    const deployed = await platform.deploy(base);
    expect(results(deployed)).toEqual({ reviewed: "success", "apply-dev": "failure" });
    expect(deployed.jobs.get("apply-dev")?.log).toContain("it came from a fork");

    // Repeated, and it failed.
    platform.know({ ...fork, jobs: new Map() });
    const failed = await platform.deploy(base);
    expect(failed.jobs.get("reviewed")?.log).toContain("the review of pull request 14 ended with failure");
    expect(applied()).toEqual([]);
  });

  it("reviews main as it is and applies that, by hand", async () => {
    const byHand = { event: "workflow_dispatch", payload: {} } as const;
    const run = await platform.deploy(before, { ...byHand, approvals: { "prod-plan": "approved" } });
    expect(results(run)).toMatchObject({ plan: "success", "apply-dev": "success", "apply-staging": "waiting" });
    const done = await platform.decided(run, { staging: "approved", prod: "approved" });
    expect(new Set([...done.jobs.values()].map(({ result }) => result))).toEqual(new Set(["success"]));
    expect(applied()).toHaveLength(3);
  });

  it("keeps one issue about drift: opened, and closed once it is gone", async () => {
    const stack = { stack: "dev-network", environment: "dev", layer: "network", durationMs: 1, resources: 9 };
    const thing = {
      ...{ urn: "urn:x", type: "aws:ec2/vpc:Vpc", name: "main", id: "vpc-1", components: [] },
      ...{ kind: "changed", danger: true, properties: [{ path: "tags.Owner", kind: "update", managed: true }] },
    };
    const found = (...drift: object[]) => ({
      ...{ version: 1, sandbox: true, accepted: false },
      stacks: [{ ...stack, result: drift.length > 0 ? "drifted" : "clean", drift, diagnostics: [] }],
      totals: { stacks: 1, resources: 9, changed: drift.length, deleted: 0, durationMs: 1 },
    });
    for (const name of ["staging", "prod"]) platform.can("drift", name, found());
    const sha = platform.git("rev-parse", "main");
    const night = () => platform.run("drift", { event: "schedule", payload: {}, sha, ref: "refs/heads/main" });
    platform.can("drift", "dev", found(thing), 4);
    expect(results(await night())).toEqual({ environments: "success", read: "success", issue: "success" });
    const [issue] = platform.github.issues;
    expect(issue).toMatchObject({ title: "Drift in dev", labels: ["drift"], state: "open" });
    expect(roles()).toContain("read foundation-plan-prod");
    platform.can("drift", "dev", found());
    await night();
    expect(platform.github.issues).toMatchObject([{ state: "closed" }]);
  });
});
