import * as state from "@pulumi/pulumi/runtime/state";
import type { Predictions } from "../../stacks/contract";
import { runLayer } from "../../stacks/program";
import { mendLostEngines } from "./lost-engine";

mendLostEngines();

/** What the SDK keeps of a run; marked internal and so absent from its declarations. */
interface Internals {
  getStore(): { settings: unknown };
  /** Used where the run is lost, and for what all runs share, e.g. the classes of resources. */
  getGlobalStore(): { settings: unknown };
}

/**
 * The program of a stack for the Automation API.
 *
 * The engine runs `transforms` by calling back, and there the SDK (3.248) has lost which run it is in: it takes a preview
 * for an update and drops every unknown property of the transformed resource. The settings that it falls back to are
 * made those of this run, which is right as long as one program runs at a time.
 */
export async function runProgram(stackName: string, predicted: Predictions): Promise<Record<string, unknown>> {
  const { getStore, getGlobalStore } = state as unknown as Internals;
  getGlobalStore().settings = getStore().settings;
  return runLayer(stackName, predicted);
}

/**
 * Does `work` without stack traces: a quarter of a large program's CPU goes into the trace that the SDK takes of each
 * promise for its reports of leaks.
 */
export async function withoutTraces<T>(work: () => Promise<T>): Promise<T> {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return await work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
