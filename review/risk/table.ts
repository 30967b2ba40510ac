import type { RiskLevel, Section } from "../model/schema";
import { accessRows } from "./access/rows";
import { publicRows } from "./access/rows-public";
import { availabilityRows } from "./availability/rows";
import { dataRows } from "./data/rows";
import { networkRows } from "./network/rows";

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

const sections = {
  data: dataRows,
  access: { ...accessRows, ...networkRows, ...publicRows },
  availability: availabilityRows,
} as const satisfies Record<Section, Readonly<Record<string, RiskRow>>>;

type IdsOf<S> = S extends unknown ? keyof S : never;
export type RiskId = IdsOf<(typeof sections)[keyof typeof sections]>;
export type RiskKind = RiskRow & { readonly id: RiskId; readonly section: Section };

/** All risks that a review knows, by section: docs/reference/risks.md. */
export const risks: readonly RiskKind[] = Object.entries(sections).flatMap(([section, rows]) =>
  // Keys of an object are texts to the compiler, whatever they are.
  Object.entries(rows).map(([id, row]) => ({ ...row, id: id as RiskId, section: section as Section })),
);

const byId = new Map(risks.map((risk) => [risk.id, risk]));

/** The row of `id`. */
export function riskOf(id: RiskId): RiskKind {
  const risk = byId.get(id);
  if (risk === undefined) throw new Error(`no risk ${id}`);
  return risk;
}
