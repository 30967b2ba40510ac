import fc from "fast-check";
import { expect, it } from "vitest";
import { costOf } from "../../../review/cost/cost";
import { compare } from "../../../review/cost/money";
import type { Cost } from "../../../review/model/schema";
import type { Step } from "../../../review/model/step";
import { gatheredOf, type Said, stepOf } from "../../support/gathered";
import { testPrices } from "../../support/prices";

const things: readonly (readonly [string, Said["next"]])[] = [
  ["aws:ec2/natGateway:NatGateway", {}],
  ["aws:ec2/natGateway:NatGateway", { region: "sa-east-1" }],
  ["aws:ebs/volume:Volume", { type: "gp3", size: 33, iops: 3001 }],
  ["aws:lb/loadBalancer:LoadBalancer", { internal: true }],
  ["aws:cloudwatch/logGroup:LogGroup", { retentionInDays: 7 }],
  ["aws:eks/cluster:Cluster", { version: { $: "unknown" } }],
  ["aws:msk/cluster:Cluster", {}],
  ["aws:ec2/vpc:Vpc", {}],
];
const owners = ["shop-team", "data-team", ""] as const;
const stacks = ["dev-network", "dev-cluster", "prod-network"] as const;

const component = (stack: string) =>
  stepOf({ stack, type: "foundation:index:Network", name: "network", custom: false, old: {}, next: {}, op: "same" });

const thing = fc
  .record({
    kind: fc.constantFrom(...things),
    stack: fc.constantFrom(...stacks),
    before: fc.option(fc.constantFrom(...owners)),
    after: fc.option(fc.constantFrom(...owners)),
    op: fc.constantFrom("update", "replace", "same", "import", "read"),
    retainOnDelete: fc.boolean(),
    isInComponent: fc.boolean(),
  })
  .filter(({ before, after }) => before !== null || after !== null);

/** Steps of any kind, each a thing of its own. */
const steps = fc.array(thing, { maxLength: 30 }).map((made) =>
  made.map(({ kind: [type, props], stack, before, after, op, retainOnDelete, isInComponent }, index): Step => {
    const owned = (owner: string) => ({ ...props, tags: { owner } });
    return stepOf({
      ...{ type, stack, name: `thing-${index}`, retainOnDelete },
      ...(before !== null && { old: owned(before) }),
      ...(after !== null && { next: owned(after) }),
      ...(before !== null && after !== null && { op: op as Step["op"] }),
      ...(isInComponent && { parent: component(stack).urn }),
    });
  }),
);

const all = (made: readonly Step[]) => [...stacks.map(component), ...made];
const costsOf = (made: readonly Step[]) => costOf(gatheredOf(all(made)), testPrices);
/** Whole millionths, in which the document is exact. */
const exact = (usd: number) => Math.round(usd * 1e6);
const sumOf = (rows: readonly { before: number; after: number }[], side: "before" | "after") =>
  rows.reduce((sum, row) => sum + exact(row[side]), 0);

it("has totals that are the sums of the rows, whichever way one looks", () => {
  fc.assert(
    fc.property(steps, (made) => {
      const { before, after, rows } = costsOf(made);
      for (const dimension of Object.values(rows)) {
        expect(sumOf(dimension, "before")).toBe(exact(before));
        expect(sumOf(dimension, "after")).toBe(exact(after));
      }
    }),
  );
});

it("changes by the sum of the lines", () => {
  fc.assert(
    fc.property(steps, (made) => {
      const { before, after, lines } = costsOf(made);
      expect(sumOf(lines, "after") - sumOf(lines, "before")).toBe(exact(after) - exact(before));
    }),
  );
});

it("adds up over stacks, in any order of them and of their steps", () => {
  fc.assert(
    fc.property(steps, (made) => {
      const whole = costsOf(made);
      const parts = stacks.map((stack) =>
        costOf(gatheredOf(all(made).filter((one) => one.stack === stack)), testPrices),
      );
      expect(sumOf(parts, "before")).toBe(exact(whole.before));
      expect(sumOf(parts, "after")).toBe(exact(whole.after));
      const turned = costOf(gatheredOf(all(made).reverse()), testPrices);
      expect(turned).toEqual(whole);
    }),
  );
});

it("leaves nothing out in silence: each thing is priced, free, or a gap", () => {
  fc.assert(
    fc.property(steps, (made) => {
      const { lines, gaps, resources } = costsOf(made);
      const counted = made.filter(({ op }) => op !== "read");
      const { priced, free, unpriced, unknown } = resources;
      // None of these things is more than one of it.
      expect(priced + free + unpriced + unknown).toBe(counted.length);
      expect(new Set(gaps.map(({ urn }) => urn)).size).toBe(unpriced + unknown);
      const urns = new Set(counted.map(({ urn }) => urn));
      expect([...lines, ...gaps].every(({ urn }: Cost["gaps"][number] | Cost["lines"][number]) => urns.has(urn))).toBe(
        true,
      );
    }),
  );
});

it("orders names the same everywhere", () => {
  expect(["b", "a", "B"].sort(compare)).toEqual(["B", "a", "b"]);
});
