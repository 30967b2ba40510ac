import type { RiskLevel, Section } from "../model/schema";
import { dataRows } from "./data/rows";

/** A risk that a change can bring. */
export interface RiskRow {
  /** How bad it is, where an environment says nothing else. */
  readonly level: RiskLevel;
  /** What is true of a change that has it. */
  readonly title: string;
  readonly why: string;
  /** The page or the file of a provider that says so. */
  readonly source: string;
  /** What it is seen on. */
  readonly judges: string;
}

const rows = { data: dataRows } as const satisfies Partial<Record<Section, Readonly<Record<string, RiskRow>>>>;

export type RiskId = keyof typeof dataRows;

/** All risks that a review knows, by section: docs/reference/risks.md. */
export const risks: readonly (RiskRow & { readonly id: RiskId; readonly section: Section })[] = (
  Object.keys(rows) as (keyof typeof rows)[]
).flatMap((section) =>
  (Object.keys(rows[section]) as RiskId[]).map((id) => ({
    id,
    section,
    ...(rows[section] as Record<RiskId, RiskRow>)[id],
  })),
);

const byId = new Map(risks.map((risk) => [risk.id, risk]));

/** The row of `id`. */
export function riskOf(id: RiskId): (typeof risks)[number] {
  const risk = byId.get(id);
  if (risk === undefined) throw new Error(`no risk ${id}`);
  return risk;
}
