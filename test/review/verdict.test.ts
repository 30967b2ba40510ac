import { describe, expect, it } from "vitest";
import type { Finding, Gate, Review, Risk } from "../../review/model/schema";
import { verdictOf } from "../../review/verdict";
import { change, review } from "../support/reviews";

const told = (given: Partial<Review>): string => {
  const { level, line } = verdictOf(review(given));
  return `${level}: ${line}`;
};
const risk = (given: Partial<Risk>): Risk => ({
  ...{ id: "stateful-replaced", section: "data", level: "critical", summary: "", details: [], properties: [] },
  ...given,
});
const database = (name: string, given: Partial<Risk> = {}) =>
  change({ name, type: "aws:rds/instance:Instance", op: "replace", risks: [risk(given)] });
const finding = (given: Partial<Finding>): Finding => ({
  ...{ pack: "network", rule: "vpc-flow-logs", level: "mandatory", severity: "high", urn: "", stack: "dev-network" },
  ...{ message: "", state: "new" },
  ...given,
});
const gate = (given: Partial<Gate>): Gate => ({
  gate: "cost",
  environment: "prod",
  passed: false,
  reason: "",
  ...given,
});
const costs = (before: number, after: number) => ({ ...review().cost, before, after });

describe("the verdict", () => {
  it("says the worst first", () => {
    const open = change({ name: "web", risks: [risk({ id: "open", section: "access", level: "high" })] });
    const nodes = change({ name: "nodes", risks: [risk({ id: "nodes", section: "availability", level: "medium" })] });
    expect(
      told({ changes: [nodes, open, database("prod-data"), database("prod-users")], cost: costs(100, 512.4) }),
    ).toBe(
      "danger: 2 databases would be replaced and their data lost (prod-data, prod-users); 1 change would widen access (web); " +
        "1 change could interrupt what runs (nodes); +$412/month",
    );
  });

  it("says of which stacks nothing is known, before all else", () => {
    const made = review({ changes: [database("prod-data")] });
    const [one] = made.stacks;
    const stacks = (["succeeded", "failed", "skipped", "cancelled"] as const).map((result) => ({
      ...(one as Review["stacks"][number]),
      ...{ stack: `dev-${result}`, result },
    }));
    expect(verdictOf({ ...made, stacks })).toMatchObject({
      level: "failed",
      line:
        "3 of 4 stacks could not be previewed, so what they would change is not known (dev-failed failed, dev-skipped skipped, " +
        "dev-cancelled cancelled); 1 database would be replaced and its data lost (prod-data)",
    });
  });

  it("tells fates of data apart", () => {
    const bucket = { type: "aws:s3/bucket:Bucket", op: "delete" } as const;
    const changes = [
      change({ ...bucket, name: "logs", risks: [risk({ id: "stateful-deleted" })] }),
      change({
        ...bucket,
        name: "kept",
        retainOnDelete: true,
        risks: [risk({ id: "stateful-left", level: "medium" })],
      }),
      change({
        type: "aws:sqs/queue:Queue",
        name: "jobs",
        op: "replace",
        risks: [risk({ id: "transient-replaced", level: "high" })],
      }),
      change({
        type: "aws:cognito/userPool:UserPool",
        name: "users",
        op: "delete",
        risks: [risk({ id: "stateful-deleted" })],
      }),
      change({ type: "aws:rds/instance:Instance", name: "db", risks: [risk({ id: "protection-off", level: "high" })] }),
    ];
    expect(told({ changes })).toBe(
      "danger: 1 bucket would be deleted with its data (logs); 1 bucket would be left in the cloud, managed by nobody (kept); " +
        "1 queue would be replaced and what it holds for a while lost (jobs); data of 2 other resources at risk",
    );
  });

  it("is calm about small risks, and those that an environment ignores", () => {
    const changes = [
      database("a", { level: "low" }),
      database("b", { ignored: true }),
      change({ name: "c", op: "create" }),
    ];
    expect(told({ changes })).toBe("attention: No known danger: 2 replaced, 1 created");
  });

  it("names findings that stop it, also those that were there before", () => {
    const changes = [change()];
    const existing = finding({ state: "existing", rule: "s3-encrypted" });
    expect(told({ changes, findings: [finding({})] })).toBe("danger: 1 new mandatory finding stops it (vpc-flow-logs)");
    expect(told({ changes, findings: [existing, existing] })).toBe(
      "danger: 2 existing mandatory findings stop it (s3-encrypted)",
    );
    expect(told({ changes, findings: [finding({}), existing] })).toBe(
      "danger: 2 mandatory findings, 1 of them new, stop it (vpc-flow-logs, s3-encrypted)",
    );
    expect(
      told({ changes, findings: [finding({ level: "advisory" }), finding({ state: "excepted", level: "advisory" })] }),
    ).toBe("attention: 1 new advisory finding");
  });

  it("names gates that nothing else speaks of", () => {
    const gates = [
      gate({}),
      gate({ gate: "danger", environment: "dev" }),
      gate({ gate: "policy" }),
      gate({ passed: true }),
    ];
    expect(told({ gates, cost: costs(10, 0.5) })).toBe(
      "danger: more than the cost gate of prod allows; the danger gate of dev asks for approval; −$9.50/month".replace(
        "more",
        "More",
      ),
    );
  });

  it("says that nothing changes, or nothing that means something", () => {
    expect(told({})).toBe("nothing: Nothing would change in 1 stack");
    expect(told({ changes: [change({ churn: "hash" })] })).toBe("routine: Only churn: 1 change");
    expect(told({ changes: [change({ op: "create" }), change()], cost: costs(0, 0.001) })).toBe(
      "routine: No known danger: 1 created, 1 updated",
    );
  });

  it("says that a cost is not known", () => {
    const gap = { urn: "", stack: "", type: "", kind: "unpriced", what: "", changed: true } as const;
    const cost = { ...costs(0, 12), gaps: [gap, { ...gap, changed: false }] };
    expect(told({ changes: [change()], cost })).toBe(
      "routine: No known danger: 1 updated; +$12/month, 1 changed resource not priced",
    );
    expect(told({ changes: [change()], cost: { ...cost, after: 0 } })).toContain(
      "cost not known: 1 changed resource not priced",
    );
  });

  it("counts each resource once, and what is only read as what it is", () => {
    const made = review({ changes: [change({ op: "replace" }), change({ op: "read", name: "zones" })] });
    const [stack] = made.stacks;
    // As the engine counts: what is read is among the unchanged.
    if (stack) stack.changes = { create: 0, update: 0, replace: 1, delete: 0, same: 11 };
    expect(verdictOf(made).counts).toMatchObject({ replace: 1, read: 1, update: 0, same: 10 });
  });

  it("shows what is invisible in a name, and cuts long ones", () => {
    expect(told({ changes: [database(`a\n\u202e${"x".repeat(100)}`)] })).toMatch(/\(a\\n\\u\{202e\}x{57}…\)$/);
  });
});
