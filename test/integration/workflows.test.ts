import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Review, reviewSchema } from "../../review/model/schema";
import { Platform, results } from "../support/actions/platform";

const devFile = "stacks/environments/dev.yaml";
const retention = (days: number) => (text: string) =>
  text.replace(/flowLogRetentionInDays: \d+/, `flowLogRetentionInDays: ${days}`);
const limited = (text: string) => `${text}\nreview:\n  maxMonthlyDeltaUsd: 1\n`;

describe("a change of dev, from pull request to cloud, through the workflows and the real engine", () => {
  const platform = new Platform();
  const comments = () => platform.github.comments.get(12)?.map(({ body }) => body) ?? [];
  const reviewIn = (run: string): Review => reviewSchema.parse(platform.artifact(run, "review-dev", "review-dev.json"));

  beforeAll(async () => {
    await platform.start();
    for (const name of ["danger-approval", "staging", "prod"]) platform.github.environments.set(name, ["octocat"]);
  }, 60_000);
  afterAll(() => platform.stop());

  it("is reviewed where nothing exists yet, stopped by its cost, approved, and applied as it was reviewed", async () => {
    platform.branch("begin");
    platform.commit("Limit what dev may cost", { [devFile]: limited });
    const run = await platform.review(12);
    expect(results(run)).toEqual({
      ...{ affected: "success", plan: "success", report: "success", comment: "success", sarif: "success" },
      ...{ approval: "waiting", gate: "pending" },
    });
    const review = reviewIn(run.trigger.id);
    expect(review.stacks.map(({ stack, changes }) => [stack, changes.create > 5])).toEqual([
      ["dev-network", true],
      ["dev-cluster", true],
    ]);
    expect(review.gates.filter(({ passed }) => !passed).map(({ gate }) => gate)).toContain("cost");
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain("dev-cluster");

    const approved = await platform.decided(run, { "danger-approval": "approved" });
    expect(results(approved)).toMatchObject({ approval: "success", gate: "success" });
    platform.know(approved);
    const deployed = await platform.deploy(platform.merge(12, "begin"));
    expect(results(deployed)).toMatchObject({ "apply-dev": "success", "health-dev": "success" });
    expect(platform.log(deployed, "apply-dev")).toMatch(/dev-network +succeeded/);
  });

  it("is not applied where main has become something else than what was reviewed", async () => {
    platform.branch("change");
    platform.commit("Keep flow logs for longer", { [devFile]: retention(60) });
    const run = await platform.review(13);
    expect(results(run)).toMatchObject({ plan: "success", comment: "success", gate: "success" });
    const { changes } = reviewIn(run.trigger.id);
    expect(changes.map(({ op, type }) => `${op} ${type}`)).toContain("update aws:cloudwatch/logGroup:LogGroup");

    platform.git("checkout", "--quiet", "main");
    platform.commit("Call the developers otherwise", {
      [devFile]: (text) => text.replace('cost-center: "1000"', 'cost-center: "1001"'),
    });
    const deployed = await platform.deploy(platform.merge(13, "change"));
    expect(results(deployed)).toEqual({ reviewed: "success", "apply-dev": "failure" });
    expect(platform.log(deployed, "apply-dev")).toMatch(/this is not what was reviewed[\s\S]*ended with 5/);
  });
});
