import { isAccessType } from "../review/risk/access/types";
import type { ResourceChange, StackResult } from "./report/result";

/** Whether a change deletes or replaces something, or touches who may reach it. */
export function isDangerous({ op, type }: ResourceChange): boolean {
  if (op === "delete" || op === "replace") return true;
  return (op === "create" || op === "update") && isAccessType(type);
}

/** Dangerous changes of `now` that `reviewed` did not show in the same form. */
export function unseenDangers(reviewed: StackResult, now: StackResult): ResourceChange[] {
  const seen = new Set(reviewed.resources.map(({ urn, op }) => `${op} ${urn}`));
  return now.resources.filter((change) => isDangerous(change) && !seen.has(`${change.op} ${change.urn}`));
}
