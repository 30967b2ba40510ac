import { describe, expect, it } from "vitest";
import { unlikeReviewed } from "../../cli/review/reviewed";
import { fingerprintOf } from "../../review/fingerprint";
import type { Step } from "../../review/model/step";
import { change, review } from "../support/reviews";

function step(given: Partial<Step> = {}): Step {
  const { op: _op, ...shared } = change({ stack: "dev-network" });
  return { ...shared, parent: "", custom: true, op: "update", provider: "", ...given };
}
const sized = (after: number) => step({ diff: [{ path: "size", kind: "update", replaces: false, before: 1, after }] });
const other = step({ urn: "urn:pulumi:dev-network::foundation::a::other", op: "create" });
const reviewed = (...steps: Step[]) => {
  const made = review({ changes: steps.map(({ urn, op }) => change({ urn, op: op as "update" })) });
  return { ...made, stacks: made.stacks.map((one) => ({ ...one, fingerprint: fingerprintOf(steps) })) };
};

describe("the print of a change", () => {
  it("is the same whatever the order, and whatever stays the same or is read", () => {
    expect(fingerprintOf([sized(2), other])).toBe(fingerprintOf([other, step({ op: "same" }), sized(2)]));
  });

  it.each([
    ["another value", [sized(3), other]],
    ["another operation", [{ ...sized(2), op: "replace" as const }, other]],
    ["less", [sized(2)]],
  ])("is another for %s", (_what, steps) => {
    expect(fingerprintOf(steps)).not.toBe(fingerprintOf([sized(2), other]));
  });
});

describe("the print of what gets a name that is made up", () => {
  const made = (end: string, op: Step["op"] = "create", name = "node") => [
    step({ urn: "a", name, op, diff: [{ path: "name", kind: "add", replaces: false, after: `node-${end}` }] }),
    step({
      urn: "b",
      name: "attached",
      op,
      diff: [{ path: "role", kind: "add", replaces: false, after: `node-${end}` }],
    }),
    step({
      urn: "c",
      name: "user",
      op,
      diff: [{ path: "arn", kind: "add", replaces: false, after: `x:role/node-${end}/y` }],
    }),
  ];

  it.each(["create", "replace"] as const)("is the same whatever its end is, of a %s", (op) => {
    expect(fingerprintOf(made("7644c20", op))).toBe(fingerprintOf(made("b15063a", op)));
  });

  it("is another for a name that is not made up", () => {
    expect(fingerprintOf(made("7644c20", "update"))).not.toBe(fingerprintOf(made("b15063a", "update")));
    expect(fingerprintOf(made("7644c20", "create", "other"))).not.toBe(
      fingerprintOf(made("b15063a", "create", "other")),
    );
    expect(fingerprintOf(made("7644c20"))).not.toBe(fingerprintOf(made("production")));
  });
});

describe("what is applied", () => {
  it("is what was reviewed, or nothing", () => {
    expect(unlikeReviewed(reviewed(sized(2)), "dev-network", [sized(2)])).toEqual([]);
    expect(unlikeReviewed(reviewed(sized(2)), "dev-network", [step({ op: "same" })])).toEqual([]);
  });

  it("is told where it differs", () => {
    expect(unlikeReviewed(reviewed(sized(2)), "dev-network", [sized(2), other])).toEqual([
      "dev-network: create other, reviewed was: no change",
    ]);
    expect(unlikeReviewed(reviewed(sized(2), other), "dev-network", [{ ...sized(2), op: "replace" }])).toEqual([
      "dev-network: replace network, reviewed was: update",
      "dev-network: no change of other, reviewed was: create",
    ]);
    expect(unlikeReviewed(reviewed(sized(2)), "dev-network", [sized(3)])).toEqual([
      "dev-network: the same resources change, to other values than were reviewed",
    ]);
    expect(unlikeReviewed(reviewed(sized(2)), "prod-network", [sized(2)])).toEqual([
      "prod-network is not in the review",
    ]);
  });

  it("is told in part where much differs", () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      step({ urn: `urn:pulumi:dev-network::foundation::a::n${index}` }),
    );
    const lines = unlikeReviewed(reviewed(), "dev-network", many);
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe("… and 20 more in dev-network");
  });
});
