import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gate } from "../../../review/model/schema";
import { Platform, results } from "../../support/actions/platform";
import { review } from "../../support/reviews";

// The workflow as it is, played on this machine, with the real `affected`, `report` and `comment`. What would need an
// engine is answered from here; test/integration/workflows.test.ts has one.

const devFile = "stacks/environments/dev.yaml";
const prodFile = "stacks/environments/prod.yaml";
const more = (text: string) => `${text}# one more line\n`;

const gate = (given: Partial<Gate>): Gate => ({
  gate: "danger",
  environment: "dev",
  passed: true,
  reason: "fine",
  ...given,
});
const calm = review({ gates: [gate({})] });
const dangerous = review({ gates: [gate({ passed: false, reason: "a database is replaced" })] });
const ofProd = review({
  stacks: review().stacks.map((one) => ({ ...one, stack: "prod-network", environment: "prod" })),
});

describe("the review of a pull request, played", { timeout: 240_000 }, () => {
  const platform = new Platform();
  const comments = (number: number) => platform.github.comments.get(number)?.map(({ body }) => body) ?? [];
  const roles = () => platform.play.credentials.map(({ job, role }) => `${job} ${role.split("/").at(-1)}`);

  beforeAll(async () => {
    await platform.start();
    for (const name of ["prod-plan", "danger-approval"]) platform.github.environments.set(name, ["octocat"]);
    platform.can("preview", "dev", calm);
    platform.can("preview", "prod", ofProd);
  }, 60_000);
  afterAll(() => platform.stop());

  it("previews what is affected, tells it in one comment, and updates that at the next push", async () => {
    platform.branch("change");
    platform.github.say(12, "<!-- foundation-review -->\nI quote it", "octocat");
    platform.commit("Change dev, and steal the token of the comment", {
      [devFile]: more,
      "cli/commands/comment.ts": () => "throw new Error(process.env.GITHUB_TOKEN);\n",
    });
    const first = await platform.review(12);
    // The change of the command affects nothing, and what comments is the code of the base.
    expect(results(first)).toEqual({
      ...{ affected: "success", plan: "success", report: "success", comment: "success", sarif: "success" },
      gate: "success",
    });
    expect(platform.commands()).toEqual([
      "plan arn:aws:iam::111122223333:role/foundation-plan-dev foundation preview dev-network dev-cluster --review review/review-dev.json",
    ]);
    expect(roles()).toEqual(["plan foundation-plan-dev"]);
    expect(platform.play.sarif).toEqual([{ job: "sarif", runs: 1 }]);
    expect(comments(12)).toHaveLength(2);

    platform.can("preview", "dev", dangerous);
    platform.commit("Change it more", { [devFile]: more });
    const second = await platform.review(12);
    platform.can("preview", "dev", calm);
    expect(results(second)).toMatchObject({ comment: "success", approval: "waiting", gate: "pending" });
    expect(comments(12)).toHaveLength(2);
    expect(comments(12)[1]).toContain("a database is replaced");
    expect(platform.github.count("POST", /comments/)).toBe(1);

    platform.git("reset", "--quiet", "--hard", "main");
    platform.commit("Say something else", { "README.md": more });
    const idle = await platform.review(12);
    expect(results(idle)).toEqual({ affected: "success", "comment-none": "success", gate: "success" });
    expect(comments(12)[1]).toContain("No stack is affected");
  });

  it("lets what is dangerous wait for an approval that somebody had to give", async () => {
    platform.branch("danger");
    platform.can("preview", "dev", dangerous);
    platform.commit("Change dev", { [devFile]: more });
    const run = await platform.review(13);
    platform.can("preview", "dev", calm);
    expect(results(run)).toMatchObject({ report: "success", approval: "waiting", gate: "pending" });
    const rejected = await platform.decided(run, { "danger-approval": "rejected" });
    expect(results(rejected)).toMatchObject({ approval: "failure", gate: "failure" });
    const approved = await platform.decided(run, { "danger-approval": "approved" });
    expect(results(approved)).toMatchObject({ approval: "success", gate: "success" });
    // Whoever forgot to protect the environment has no approval, though its job runs.
    platform.github.environments.set("danger-approval", []);
    const open = await platform.decided(run, {});
    expect(results(open)).toMatchObject({ approval: "success", gate: "failure" });
    expect(open.jobs.get("gate")?.log).toContain("no required reviewers");
    platform.github.environments.delete("danger-approval");
    expect(results(await platform.decided(run, {}))).toMatchObject({ approval: "success", gate: "failure" });
    platform.github.environments.set("danger-approval", ["octocat"]);
  });

  it("fails for a violated policy, which nobody can approve, and for a preview that brought no review", async () => {
    platform.branch("violation");
    const stacks = review().stacks.map((one) => ({ ...one, result: "violated" as const }));
    const gates = [gate({ gate: "policy", passed: false, reason: "1 mandatory policy is violated" })];
    platform.can("preview", "dev", review({ stacks, gates }), 3);
    platform.commit("Change dev", { [devFile]: more });
    const run = await platform.review(14);
    expect(results(run)).toMatchObject({ plan: "failure", report: "success", comment: "success", gate: "failure" });
    expect(results(run)).not.toHaveProperty("approval");
    platform.can("preview", "dev", undefined, 1);
    expect(results(await platform.review(14))).toMatchObject({ plan: "failure", report: "failure", gate: "failure" });
    platform.can("preview", "dev", calm);
  });

  it.each([
    ["a fork", 15, { fork: true }],
    ["a bot with a branch here", 16, { author: "dependabot[bot]" }],
  ])("gives %s no credentials, a review in the sandbox, and a summary", async (_, number, who) => {
    platform.branch("foreign");
    platform.commit("Change dev", { [devFile]: more });
    const run = await platform.review(number, who);
    expect(results(run)).toMatchObject({ sandbox: "success", report: "success", comment: "success", gate: "success" });
    expect(results(run)).not.toHaveProperty("plan");
    expect(results(run)).not.toHaveProperty("sarif");
    expect(platform.commands()).toEqual([
      "sandbox - foundation preview dev-network dev-cluster --sandbox --review review/review-sandbox.json",
    ]);
    expect(roles()).toEqual([]);
    const isFork = "fork" in who;
    expect(comments(number)).toHaveLength(isFork ? 0 : 1);
    if (isFork) expect(run.jobs.get("comment")?.log).toContain("read the report in the summary of the job");
  });

  it("reads production only once somebody approved, and reports of dev meanwhile", async () => {
    platform.branch("both");
    platform.commit("Change both", { [devFile]: more, [prodFile]: more });
    const run = await platform.review(17);
    expect(results(run)).toMatchObject({
      plan: "success",
      comment: "success",
      "plan-apart": "waiting",
      gate: "pending",
    });
    expect(roles()).toEqual(["plan foundation-plan-dev"]);
    const approved = await platform.decided(run, { "prod-plan": "approved" });
    expect(results(approved)).toMatchObject({ "report-all": "success", "comment-all": "success", gate: "success" });
    expect(roles()).toEqual(["plan foundation-plan-dev", "plan-apart foundation-plan-prod"]);
    expect(comments(17)).toHaveLength(1);
    expect(comments(17)[0]).toContain("prod");
    const rejected = await platform.decided(run, { "prod-plan": "rejected" });
    expect(results(rejected)).toMatchObject({ "plan-apart": "failure", gate: "failure" });
  });
});
