import { describe, expect, it } from "vitest";
import { mergeMistakes, mergeReviews } from "../../review/merge";
import { type Review, reviewSchema } from "../../review/model/schema";
import { everything } from "../support/full-review";
import { change, largeReview, review } from "../support/reviews";

/** The part of a review that is of the stacks of one environment. */
function partOf(whole: Review, environment: string): Review {
  const stacks = whole.stacks.filter((stack) => stack.environment === environment);
  const isOurs = ({ stack }: { stack: string }) => stacks.some((one) => one.stack === stack);
  return {
    ...whole,
    stacks,
    changes: whole.changes.filter(isOurs),
    findings: whole.findings.filter(isOurs),
    standard: { presets: Object.fromEntries(stacks.map(({ stack }) => [stack, "standard"])), introductions: [] },
  };
}

const costs = (given: Partial<Review["cost"]>) => ({ ...review().cost, ...given });

describe("a merge", () => {
  it("of the parts of a review is that review, whatever their order", () => {
    const made = largeReview(300);
    // In the order of danger by which a merge puts them.
    const whole = mergeReviews([made, { ...review(), stacks: [] }]);
    const environments = ["dev", "staging", "prod"].map((name) => partOf(whole, name));
    for (const parts of [environments, environments.toReversed()]) {
      const [first, ...others] = parts as [Review, ...Review[]];
      const merged = mergeReviews([first, ...others]);
      expect(merged.changes).toEqual(whole.changes);
      expect(merged.findings).toHaveLength(whole.findings.length);
      expect(merged.stacks.map(({ stack }) => stack).sort()).toEqual(whole.stacks.map(({ stack }) => stack).sort());
      expect(merged.standard).toEqual(whole.standard);
      expect(reviewSchema.safeParse(merged).success).toBe(true);
    }
  });

  it("of one is that one", () => {
    expect(mergeReviews([everything])).toBe(everything);
  });

  it("puts what ends data first, wherever it comes from", () => {
    const database = change({ stack: "prod-data", type: "aws:rds/instance:Instance", name: "data", op: "replace" });
    const merged = mergeReviews([review({ changes: [change({ op: "create" })] }), review({ changes: [database] })]);
    expect(merged.changes.map(({ name }) => name)).toEqual(["data", "network"]);
  });

  it("adds costs up to the cent, and keeps where each price is from", () => {
    const source = (url: string) => ({ url, date: "2026-11-01", region: "*", verified: true, exact: true });
    const line = (name: string, after: number, at: number) => ({
      ...{
        urn: name,
        stack: name,
        item: "hours",
        quantity: { before: 0, after: 1 },
        unitUsd: after,
        before: 0,
        after,
        source: at,
      },
    });
    const row = (name: string, before: number, after: number) => ({ name, before, after });
    const rows = (stack: string, after: number) => ({
      ...{ stack: [row(stack, 0.1, after)], team: [], component: [] },
      service: [row("NAT gateways", 0.1, after)],
    });
    const resources = { priced: 1, free: 2, unpriced: 3, unknown: 4 };
    const one = costs({
      ...{ before: 0.1, after: 0.2, rows: rows("a", 0.2), resources },
      ...{ lines: [line("a", 5, 1)], sources: [source("https://a.example"), source("https://b.example")] },
    });
    const other = costs({
      ...{ before: 0.1, after: 0.1, rows: rows("b", 0.1), resources },
      ...{ lines: [line("b", 7, 0)], sources: [source("https://b.example")] },
    });
    const { cost } = mergeReviews([review({ cost: one }), review({ cost: other })]);
    expect(cost).toMatchObject({ before: 0.2, after: 0.3, resources: { priced: 2, free: 4, unpriced: 6, unknown: 8 } });
    expect(cost.rows.service).toEqual([row("NAT gateways", 0.2, 0.3)]);
    expect(cost.rows.stack.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(cost.lines.map(({ urn, source: at }) => [urn, cost.sources[at]?.url])).toEqual([
      ["b", "https://b.example"],
      ["a", "https://b.example"],
    ]);
    expect(cost.sources).toHaveLength(2);
  });

  it("calls an exception unused only where no part uses it, and all looked", () => {
    const exception = (state: Review["exceptions"][number]["state"], position = 1) => ({
      ...{ position, rule: "r", resource: "*", owner: "o", expires: "2027-01-01", state },
    });
    const of = (...states: Review["exceptions"][number]["state"][]) => {
      const [first, ...others] = states.map((state) => review({ exceptions: [exception(state)] })) as [
        Review,
        ...Review[],
      ];
      return mergeReviews([first, ...others]).exceptions.map(({ state }) => state);
    };
    expect(of("used", "unused")).toEqual(["used"]);
    expect(of("not seen", "refused")).toEqual(["refused"]);
    expect(of("unused", "unused")).toEqual(["unused"]);
    expect(of("unused", "not seen")).toEqual(["not seen"]);
  });

  it("says of a gate of one environment in two parts that each was judged by itself", () => {
    const gate = (passed: boolean, reason: string) => ({ gate: "cost" as const, environment: "dev", passed, reason });
    const { gates } = mergeReviews([review({ gates: [gate(true, "+$1")] }), review({ gates: [gate(false, "+$300")] })]);
    expect(gates).toEqual([gate(false, "judged in 2 parts, each by itself: +$1; +$300")]);
  });
});

describe("reviews that are not of one change", () => {
  it("are told apart, each with its file", () => {
    const named = (name: string, given: Partial<Review>) => ({ name, review: review({ commit: "1a", ...given }) });
    const [other] = review({ changes: [change({ stack: "prod-data" })] }).stacks.slice(1);
    const stacks = other ? [other] : [];
    expect(mergeMistakes([named("a.json", {}), named("b.json", { stacks })])).toEqual([]);
    expect(
      mergeMistakes([
        named("a.json", {}),
        named("b.json", { commit: "", stacks }),
        named("c.json", { base: "main", sandbox: false, stacks }),
        named("d.json", {}),
      ]),
    ).toEqual([
      "b.json has another commit than a.json: none, not 1a",
      "c.json has another base than a.json: main, not what the states record",
      "c.json has another cloud than a.json: real, not simulated",
      "prod-data is in b.json and in c.json",
      "dev-network is in a.json and in d.json",
    ]);
    expect(mergeMistakes([])).toEqual(["there is no review"]);
  });
});
