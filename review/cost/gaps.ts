import type { Estimate, Gap } from "../../prices/estimate";
import type { Cost } from "../model/schema";
import type { Step } from "../model/step";
import { compare } from "./money";

type CostGap = Cost["gaps"][number];
type Kind = "priced" | "unpriced" | "unknown";

/** What estimates leave out, once for each resource and reason, and how many resources they say all, a part or nothing of. */
export class Gaps {
  private readonly gaps = new Map<string, CostGap>();
  private readonly resources: Record<Kind | "all", Set<string>> = {
    ...{ all: new Set(), priced: new Set(), unpriced: new Set(), unknown: new Set() },
  };

  add(steps: ReadonlyMap<string, Pick<Step, "stack" | "op">>, { lines, unpriced, unknown }: Estimate): void {
    for (const urn of steps.keys()) this.resources.all.add(urn);
    for (const { urn } of lines) this.resources.priced.add(urn);
    for (const gap of unpriced) this.addGap("unpriced", gap, steps.get(gap.urn));
    for (const gap of unknown) this.addGap("unknown", gap, steps.get(gap.urn));
  }

  private addGap(kind: CostGap["kind"], { urn, type, what }: Gap, step: Pick<Step, "stack" | "op"> | undefined): void {
    this.resources[kind].add(urn);
    const { stack = "", op = "same" } = step ?? {};
    this.gaps.set([urn, kind, what].join("\0"), { urn, stack, type, kind, what, changed: op !== "same" });
  }

  /** What the change touches goes first. */
  result(): Pick<Cost, "gaps" | "resources"> {
    const { all, priced, unpriced, unknown } = this.resources;
    const free = [...all].filter((urn) => !priced.has(urn) && !unpriced.has(urn) && !unknown.has(urn)).length;
    const gaps = [...this.gaps]
      .sort(([key, one], [otherKey, other]) => Number(other.changed) - Number(one.changed) || compare(key, otherKey))
      .map(([, gap]) => gap);
    return {
      gaps,
      resources: { priced: priced.size, free, unpriced: unpriced.size, unknown: unknown.size },
    };
  }
}
