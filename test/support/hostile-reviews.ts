import type { Change, Finding, PropertyChange, Review, Risk, Shown } from "../../review/model/schema";
import { operations } from "../../review/model/schema";
import { change, review } from "./reviews";

/** Marks the name of the change at a position, so that it is found again in a report. */
export const nameAt = (index: number): string => `id${index}end`;

const sections = ["data", "access", "availability"] as const;
const levels = ["critical", "high", "medium", "low"] as const;
const churns = ["hash", "unknown-only", "reordered", "secret", "computed"] as const;

/**
 * A review of `size` changes in which everything that is text is one of `texts`, in turn; `seed` decides the rest. Every part of it is as
 * long as its changes are many.
 */
export function hostileReview(size: number, texts: readonly string[], seed: number): Review {
  const maker = new Maker(texts, seed);
  const changes = Array.from({ length: size }, (_, index) => maker.change(index));
  const some = changes.slice(0, Math.ceil(size / 3));
  const made = review({
    base: maker.text(),
    commit: maker.text(),
    changes,
    findings: some.map((one, at) => maker.finding(one, at)),
    fixed: some.map((one, at) => maker.fixed(one, at)),
    notEvaluated: some.map(({ stack }) => ({ rule: maker.text(), stack, resources: 3 })),
    remediations: some.map(({ stack }) => ({
      rule: maker.text(),
      stack,
      urn: maker.text(),
      paths: [maker.text(), maker.text()],
    })),
    exceptions: some.map((_, at) => ({
      ...{ position: at + 1, rule: maker.text(), resource: maker.text(), owner: maker.text(), expires: maker.text() },
      state: at % 2 === 0 ? "refused" : "unused",
    })),
    cost: maker.cost(some),
    tags: {
      required: [maker.text()],
      stacks: some.map(({ stack }) => ({
        stack,
        before: { tagged: 1, taggable: 3 },
        after: { tagged: 2, taggable: 3 },
      })),
      missing: some.map(({ stack }) => ({ stack, urn: maker.text(), keys: [maker.text()] })),
    },
    gates: some.map((_, at) => ({
      gate: "cost",
      environment: maker.text(),
      passed: at % 2 === 0,
      reason: maker.text(),
    })),
  });
  const stacks = made.stacks.map((stack, at) => ({
    ...stack,
    result: (["succeeded", "failed", "violated", "skipped"] as const)[(seed + at) % 4] ?? "failed",
    predictedFrom: [maker.text()],
    diagnostics: [{ severity: "error" as const, urn: maker.text(), message: `${maker.text()}\n${maker.text()}` }],
  }));
  return { ...made, stacks };
}

class Maker {
  private turn: number;

  constructor(
    private readonly texts: readonly string[],
    seed: number,
  ) {
    this.turn = seed;
  }

  text(): string {
    return this.of(this.texts);
  }

  private of<T>(items: readonly T[]): T {
    this.turn = (this.turn * 1_103_515_245 + 12_345) % 2_147_483_648;
    return items[Math.floor(this.turn / 65_536) % items.length] as T;
  }

  change(index: number): Change {
    const op = this.of(operations);
    const stack = `${this.text().slice(0, 20)}-${index % 7}`;
    const type = this.text();
    const name = `${nameAt(index)}${this.text()}`;
    const risks = this.of([0, 0, 0, 1, 2]);
    return change({
      ...{ stack, type, name, op, urn: `urn:pulumi:${stack}::foundation::${type}::${name}`, owner: this.text() },
      component: this.of([true, false]) ? [{ type: this.text(), name: this.text() }] : [],
      ...{ replaceKeys: [this.text()], deleteFirst: true, protect: true, predicted: index % 5 === 0 },
      diff: Array.from({ length: this.of([0, 1, 3]) }, () => this.property()),
      risks: Array.from({ length: risks }, () => this.risk()),
      ...(this.of([true, false, false]) && { churn: this.of(churns) }),
      dependents: [this.text()],
    });
  }

  private risk(): Risk {
    return {
      ...{ id: this.text(), section: this.of(sections), level: this.of(levels), summary: this.text() },
      ...{ details: [this.text(), this.text()], properties: [this.text()] },
      ...(this.of([true, false, false]) && { ignored: true, tableLevel: "high" }),
    };
  }

  private property(): PropertyChange {
    const value = (): Shown =>
      this.of<() => Shown>([
        () => this.text(),
        () => ({ [this.text()]: this.text() }),
        () => [this.text(), this.text()],
        () => `${this.text()}\n${this.text()}`,
        () => JSON.stringify({ Statement: [{ Sid: this.text() }] }),
        () => ({ $: "secret" }),
      ])();
    return { path: this.text(), kind: "update", replaces: this.of([true, false]), before: value(), after: value() };
  }

  finding({ stack }: Change, at: number): Finding {
    const state = (["new", "existing", "excepted"] as const)[at % 3] ?? "new";
    const exception = {
      owner: this.text(),
      reason: this.text(),
      ticket: this.text(),
      expires: this.text(),
      daysLeft: at,
    };
    return { ...this.fixed({ stack }, at), state, ...(state === "excepted" && { exception }) };
  }

  fixed({ stack }: Pick<Change, "stack">, at: number): Review["fixed"][number] {
    return {
      ...{
        pack: this.text(),
        rule: this.text(),
        level: at % 2 === 0 ? "mandatory" : "advisory",
        severity: this.text(),
      },
      ...{ urn: this.text(), stack, message: this.text() },
    };
  }

  cost(changes: readonly Change[]): Review["cost"] {
    const rows = () => changes.map((_, at) => ({ name: this.text(), before: at, after: at * 2 + 1 }));
    return {
      ...{ before: 1, after: 1_000_000 },
      rows: { stack: rows(), service: rows(), team: rows(), component: rows() },
      lines: changes.map(({ stack }) => ({
        ...{ urn: this.text(), stack, item: this.text(), quantity: { before: 0, after: 730 }, unitUsd: 0.1 },
        ...{ before: 0, after: 73, source: 0 },
      })),
      sources: changes.map(() => ({
        ...{
          url: `https://example.com/${this.text()}`,
          date: "2026-11-25",
          region: this.text(),
          verified: false,
          exact: false,
        },
      })),
      gaps: changes.map(({ stack }) => ({
        ...{ urn: this.text(), stack, type: this.text(), kind: "unpriced", what: this.text(), changed: true },
      })),
      resources: { priced: 1, free: 2, unpriced: 3, unknown: 4 },
      assumptions: changes.map(() => ({ environment: this.text(), what: this.text(), quantity: 1 })),
    };
  }
}
