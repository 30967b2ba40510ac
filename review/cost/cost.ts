import type { Gathered } from "../model/gathered";
import type { Cost } from "../model/schema";

/** What a change costs in a month. */
export function costOf(_gathered: Gathered): Cost {
  return {
    before: 0,
    after: 0,
    rows: { stack: [], service: [], team: [], component: [] },
    lines: [],
    sources: [],
    gaps: [],
    resources: { priced: 0, free: 0, unpriced: 0, unknown: 0 },
    assumptions: [],
  };
}
