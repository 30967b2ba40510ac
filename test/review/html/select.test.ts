import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everything, hashOf, type Selection, searched, select, selectionOf } from "../../../review/html/select";
import type { Change } from "../../../review/model/schema";
import { change, largeReview } from "../../support/reviews";

const { changes } = largeReview(600);
const all = changes.map(searched);
const chosen = (selection: Partial<Selection>): Change[] =>
  select(all, { ...everything, ...selection }).map((index) => changes[index] as Change);

describe("select", () => {
  it("gives all in the order of danger where nothing is asked for", () => {
    expect(chosen({})).toEqual(changes);
  });

  it("selects as a plain look at each change does", () => {
    const plain = (keep: (one: Change) => boolean) => changes.filter(keep);
    expect(chosen({ stack: "prod-cluster" })).toEqual(plain(({ stack }) => stack === "prod-cluster"));
    expect(chosen({ op: "delete", owner: "team-3" })).toEqual(
      plain(({ op, owner }) => op === "delete" && owner === "team-3"),
    );
    expect(chosen({ component: "service-7" })).toEqual(plain(({ component }) => component[0]?.name === "service-7"));
    expect(chosen({ danger: "any" })).toEqual(plain(({ risks }) => risks.length > 0));
    expect(chosen({ danger: "data" })).toEqual(plain(({ risks }) => risks.some(({ section }) => section === "data")));
    expect(chosen({ danger: "critical", op: "replace" })).toEqual(
      plain(({ risks, op }) => op === "replace" && risks.some(({ level }) => level === "critical")),
    );
    expect(chosen({ danger: "access" })).toEqual([]);
  });

  it("finds words anywhere in a resource, in any order and case", () => {
    const found = chosen({ text: "PROD-network  eks/cluster" });
    expect(found).toEqual(changes.filter(({ urn }) => urn.includes("prod-network") && urn.includes("eks/cluster")));
    expect(found.length).toBeGreaterThan(5);
    expect(chosen({ text: "its data is lost" }).every(({ risks }) => risks.length > 0)).toBe(true);
    expect(chosen({ text: "nothing has this" })).toEqual([]);
  });

  it("sorts numbers in names by their size, and reverses", () => {
    const names = chosen({ sort: "name", text: "rds" }).map(({ name }) => Number(name.split("-")[1]));
    expect(names).toEqual([...names].sort((a, b) => a - b));
    const reversed = chosen({ sort: "name", text: "rds", reversed: true }).map(({ name }) =>
      Number(name.split("-")[1]),
    );
    expect(reversed).toEqual([...names].reverse());
  });

  it("keeps the order of danger where what is sorted by is the same", () => {
    const sorted = chosen({ sort: "stack" });
    for (const [at, one] of sorted.slice(1).entries()) {
      const before = sorted[at] as Change;
      expect(before.stack <= one.stack).toBe(true);
      if (before.stack === one.stack) expect(changes.indexOf(before)).toBeLessThan(changes.indexOf(one));
    }
  });

  it("leaves out what means nothing, until it is asked for", () => {
    const mixed = [change(), change({ name: "hash", churn: "hash" })].map(searched);
    expect(select(mixed, everything)).toEqual([0]);
    expect(select(mixed, { ...everything, churn: true })).toEqual([0, 1]);
  });

  it("is kept in an address, whatever is in it", () => {
    const selection = fc.record({
      ...{ text: fc.string({ unit: "grapheme" }), stack: fc.string(), op: fc.string(), danger: fc.string() },
      ...{
        component: fc.string({ unit: "grapheme" }),
        owner: fc.string(),
        churn: fc.boolean(),
        reversed: fc.boolean(),
      },
      sort: fc.constantFrom(...(["danger", "name", "owner"] as const)),
    });
    fc.assert(
      fc.property(selection, (given) => {
        const hash = hashOf(given);
        expect(hash).toMatch(/^#changes(\?[\x21-\x7e]+)?$/);
        expect(selectionOf(hash) ?? everything).toEqual(given);
      }),
    );
  });

  it("takes any address for some selection, or none", () => {
    expect(selectionOf("#policy")).toBeUndefined();
    expect(selectionOf("#changes?sort=nothing&op=%")).toEqual({ ...everything, op: "%" });
  });
});
