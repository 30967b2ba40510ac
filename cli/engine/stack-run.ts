import {
  ConcurrentUpdateError,
  type EngineEvent,
  type PreviewOptions,
  type Stack,
  type UpOptions,
} from "@pulumi/pulumi/automation";
import type { PredictedOutputs } from "../../stacks/contract";
import { countChanges, type StackResult } from "../report/result";
import type { StackRef } from "../selection";
import { Capture } from "./capture";
import type { EngineCommand } from "./command";
import { withoutTraces } from "./program";
import { hearStragglers } from "./stragglers";
import type { Workplace } from "./workplace";

export const projectName = "foundation";

/** What one run of the command has in hand for its stacks. */
export interface Session {
  workplace: Workplace;
  command: EngineCommand;
  /** Folders of the policy packs to apply. */
  policyPacks: string[];
  /** Aborted by the first Ctrl-C. */
  cancelled: AbortSignal;
  verbose: boolean;
  /** Whether `preview` and `up` read the cloud first, and so bring it back to what the program says. */
  refresh: boolean;
  /** Outputs of stacks that are not applied yet as previews of this run said that they will be. */
  predictions: Map<string, PredictedOutputs>;
  /** Secrets provider of an environment, as its file says; the sandbox has its own passphrase. */
  secretsProvider(environment: string): string | undefined;
}

/** `drift` reads the cloud and changes nothing; `accept` makes the state record what it reads. */
export type Operation = "preview" | "up" | "destroy" | "drift" | "accept";

/** What is told while an operation runs. */
export interface Heard {
  progress: (resources: number) => void;
  event?: (event: EngineEvent) => void;
}

/**
 * Runs one operation on one stack. What the engine reports is in the result, failures too.
 *
 * Programs of different stacks never run at the same time: in one process a late rejection of one program fails every
 * other that runs then (see docs/decisions/20261123-one-program-at-a-time.md).
 *
 * @throws ConcurrentUpdateError where another engine holds the stack's lock.
 */
export async function runStack(
  session: Session,
  stack: Stack,
  ref: StackRef,
  operation: Operation,
  { progress, event }: Heard,
): Promise<StackResult> {
  const started = performance.now();
  const capture = new Capture(progress);
  const hear = (heard: EngineEvent) => {
    capture.onEvent(heard);
    event?.(heard);
  };
  const failure = await attempt(session, stack, operation, capture, hear);
  const violated = capture.policies.some((finding) => finding.level === "mandatory");
  return {
    stack: ref.name,
    environment: ref.environment,
    layer: ref.layer,
    result: verdict(failure !== undefined, session.cancelled.aborted, violated),
    durationMs: Math.round(performance.now() - started),
    changes: countChanges(capture.resources),
    resources: capture.resources,
    policies: capture.policies,
    diagnostics: capture.diagnostics,
  };
}

/** Runs the operation, with what went wrong in the capture's diagnostics; answers with the failure. */
async function attempt(
  session: Session,
  stack: Stack,
  operation: Operation,
  capture: Capture,
  onEvent: (event: EngineEvent) => void,
): Promise<unknown> {
  const { policyPacks, refresh } = session;
  const options = { onEvent, policyPacks, refresh, color: "never" as const };
  const run = () => operations[operation](stack, options);
  let failure: unknown;
  const stragglers = await hearStragglers(async () => {
    try {
      await (session.verbose ? run() : withoutTraces(run));
      return true;
    } catch (error) {
      failure = error;
      return false;
    }
  });
  // Nothing was run: the caller waits for the lock or breaks it.
  if (failure instanceof ConcurrentUpdateError) throw failure;
  const { diagnostics, policies } = capture;
  capture.dropAftermath(session.cancelled.aborted);
  const told = (text: string) => diagnostics.some(({ message }) => message.includes(text));
  for (const message of stragglers.filter((text) => !told(text)))
    diagnostics.push({ severity: "warning", urn: "", message });
  const explained =
    diagnostics.some(({ severity }) => severity === "error") || policies.some(({ level }) => level === "mandatory");
  if (failure !== undefined && !explained && !session.cancelled.aborted) {
    diagnostics.push({ severity: "error", urn: "", message: lastWords(failure) });
  }
  return failure;
}

type Options = Pick<PreviewOptions & UpOptions, "onEvent" | "policyPacks" | "refresh" | "color">;

const operations: Record<Operation, (stack: Stack, options: Options) => Promise<unknown>> = {
  preview: (stack, options) => stack.preview(options),
  up: (stack, options) => stack.up(options),
  destroy: (stack, { policyPacks: _notRun, refresh: _notRead, ...options }) => stack.destroy(options),
  drift: (stack, { onEvent, color }) => stack.previewRefresh({ onEvent, color }),
  accept: (stack, { onEvent, color }) => stack.refresh({ onEvent, color }),
};

function verdict(failed: boolean, cancelled: boolean, violated: boolean): StackResult["result"] {
  if (!failed) return "succeeded";
  if (cancelled) return "cancelled";
  return violated ? "violated" : "failed";
}

/** The last lines that the CLI printed, for failures of which no event told. */
function lastWords(failure: unknown): string {
  const text = failure instanceof Error ? failure.message : String(failure);
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(-8)
    .join("\n");
}
