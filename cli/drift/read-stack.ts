import { ConcurrentUpdateError, type EngineEvent } from "@pulumi/pulumi/automation";
import { changesAccess, isAccessType } from "../../review/risk/access/types";
import { type OpenStack, runWithProgress } from "../engine/sequence";
import type { Operation, Session } from "../engine/stack-run";
import type { RecordedResource } from "../recovery/deployment";
import type { Progress } from "../report/progress";
import type { StackResult } from "../report/result";
import { changedProperties } from "./compare";
import { withoutGathered } from "./gathered";
import type { ResourceDrift, StackDrift } from "./result";

/** What the states of all stacks record, to tell what nobody made. */
export interface Recorded {
  /** Resources of the stack that is read. */
  own: RecordedResource[];
  /** Resources of every stack of the environment. */
  all: RecordedResource[];
}

type Step = NonNullable<EngineEvent["resOutputsEvent"]>["metadata"];

/** Reads everything that a stack records and compares it; `accept` makes the state record what was read. */
export async function readStack(
  session: Session,
  open: OpenStack,
  operation: Extract<Operation, "drift" | "accept">,
  recorded: Recorded,
  progress: Progress,
): Promise<StackDrift> {
  const steps = new Map<string, Step>();
  const listen = ({ resOutputsEvent: event }: EngineEvent) => {
    if (event !== undefined) steps.set(event.metadata.urn, event.metadata);
  };
  const run = await unlessLocked(open, () => runWithProgress(session, open, operation, progress, listen));
  const byUrn = new Map(recorded.own.map((resource) => [resource.urn, resource]));
  const read = [...steps.values()].filter(({ urn }) => byUrn.get(urn)?.id !== undefined && !isProvider(urn));
  // A rule that somebody changed is told by itself, and is no other one in its group.
  const now = read.flatMap(({ urn, type, new: next }) => (next ? [{ urn, type, outputs: next.outputs }] : []));
  const drift = read.flatMap((step) => driftOf(step, byUrn, [...recorded.all, ...now]));
  const { stack, environment, layer, durationMs, diagnostics } = run;
  return {
    stack,
    environment,
    layer,
    result: resultOf(run, drift),
    durationMs,
    resources: read.length,
    drift: drift.sort(byDanger),
    diagnostics,
  };
}

/** Another engine may be changing the stack: what is read now would say nothing. */
async function unlessLocked({ ref }: OpenStack, work: () => Promise<StackResult>): Promise<StackResult> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ConcurrentUpdateError)) throw error;
    const message = "another run holds the lock of this stack; wait for its end, or see what it left: foundation up";
    return {
      stack: ref.name,
      environment: ref.environment,
      layer: ref.layer,
      result: "failed",
      durationMs: 0,
      changes: { create: 0, update: 0, replace: 0, delete: 0, same: 0 },
      resources: [],
      policies: [],
      diagnostics: [{ severity: "error", urn: "", message }],
    };
  }
}

const isProvider = (urn: string) => /[$:]pulumi:providers:[^$:]+::/.test(urn);

function resultOf({ result }: StackResult, drift: ResourceDrift[]): StackDrift["result"] {
  if (result === "succeeded") return drift.length > 0 ? "drifted" : "clean";
  return result === "cancelled" ? "cancelled" : "failed";
}

function driftOf(step: Step, byUrn: Map<string, RecordedResource>, all: RecordedResource[]): ResourceDrift[] {
  const { urn, type, op, old, new: next } = step;
  const id = old?.id ?? "";
  const resource = { urn, type, name: nameOf(urn), id, components: componentsOf(urn, byUrn) };
  if (op === "delete") return [{ ...resource, kind: "deleted", danger: true, properties: [] }];
  const compared = {
    type,
    id,
    recorded: old?.outputs ?? {},
    actual: next?.outputs ?? {},
    detailed: Object.fromEntries(Object.entries(step.detailedDiff ?? {}).map(([at, { diffKind }]) => [at, diffKind])),
    ignored: byUrn.get(urn)?.ignoreChanges ?? [],
  };
  const properties = withoutGathered(changedProperties(compared), compared, all);
  if (properties.length === 0) return [];
  const danger = isAccessType(type) || properties.some(({ path }) => changesAccess(path));
  return [{ ...resource, kind: "changed", danger, properties }];
}

/** The components that a resource belongs to, outermost first; the stack itself is none. */
function componentsOf(urn: string, byUrn: Map<string, RecordedResource>): string[] {
  const parent = byUrn.get(byUrn.get(urn)?.parent ?? "");
  if (parent === undefined || parent.type === "pulumi:pulumi:Stack") return [];
  return [...componentsOf(parent.urn, byUrn), `${parent.type.split(":").at(-1)} ${nameOf(parent.urn)}`];
}

const nameOf = (urn: string) => urn.split("::").at(-1) ?? urn;

/** Deleted things and changed access first. */
function byDanger(a: ResourceDrift, b: ResourceDrift): number {
  const rank = ({ danger, kind }: ResourceDrift) => (danger ? 0 : 2) + (kind === "deleted" ? 0 : 1);
  return rank(a) - rank(b) || a.type.localeCompare(b.type) || a.name.localeCompare(b.name);
}
