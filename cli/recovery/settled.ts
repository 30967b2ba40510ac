import type { Stack, UpdateSummary } from "@pulumi/pulumi/automation";
import type { Deployment } from "./deployment";

/** Times of the history are in whole seconds. */
const secondMs = 1000;

/**
 * Whether everything is known that was done to a stack: its last update succeeded, and nothing has written its state
 * since. An update that failed may have made what it got no answer about, and a killed one has no entry at all.
 *
 * @param history The stack's updates, newest first.
 */
export function isSettled({ manifest, resources = [] }: Deployment, history: UpdateSummary[]): boolean {
  if (resources.length === 0) return history.length === 0;
  const last = history.findIndex(({ kind }) => kind === "update" || kind === "destroy");
  const sinceThen = history.slice(0, last + 1);
  const end = history[0]?.endTime?.getTime();
  if (last < 0 || end === undefined || sinceThen.some(({ result }) => result !== "succeeded")) return false;
  return new Date(manifest?.time ?? 0).getTime() < end + secondMs;
}

/** The latest entries of a stack's history, newest first: enough for the refreshes of recovery in between. */
export const latestUpdates = (stack: Stack): Promise<UpdateSummary[]> => stack.history(10, 1, false);
