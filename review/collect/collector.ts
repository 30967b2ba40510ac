import type { EngineEvent } from "@pulumi/pulumi/automation";
import type { Operation, State, Step } from "../model/step";
import { diffOf, type SaidDiff } from "./diff";
import { shownProperties } from "./shown";

type Metadata = NonNullable<EngineEvent["resourcePreEvent"]>["metadata"];
type SaidState = NonNullable<Metadata["old"]>;

/** A rule that changed what the program asked for; the SDK's types do not have the event. */
interface RemediationEvent {
  readonly resourceUrn?: string;
  readonly policyName: string;
  readonly before?: Record<string, unknown>;
  readonly after?: Record<string, unknown>;
}

/** A property that a policy set before the provider saw it. */
export interface Remediation {
  readonly rule: string;
  readonly urn: string;
  readonly paths: readonly string[];
}

/** What the engine calls what it does; what is absent here says nothing of a change. */
const operations: Readonly<Record<string, Operation>> = {
  same: "same",
  create: "create",
  update: "update",
  delete: "delete",
  replace: "replace",
  "create-replacement": "replace",
  "delete-replaced": "replace",
  "import-replacement": "replace",
  "read-replacement": "replace",
  import: "import",
  read: "read",
  discard: "forget",
  "discard-replaced": "forget",
};

/** What is known of a resource while its steps come in. */
interface Seen {
  op: Operation;
  readonly type: string;
  old?: SaidState;
  next?: SaidState;
  provider: string;
  deleteFirst: boolean;
  /** Whether the new one of a replacement was already there when the old one went. */
  created: boolean;
  readonly said: { keys: string[]; diffs: string[]; detailedDiff: NonNullable<SaidDiff["detailedDiff"]> };
}

/** Collects what the engine says of one stack in a preview. */
export class Collector {
  private readonly seen = new Map<string, Seen>();
  readonly remediations: Remediation[] = [];

  readonly onEvent = (event: EngineEvent): void => {
    if (event.resourcePreEvent) this.addStep(event.resourcePreEvent.metadata);
    if (event.resOutputsEvent) this.addOutputs(event.resOutputsEvent.metadata);
    const { policyRemediationEvent } = event as { policyRemediationEvent?: RemediationEvent };
    if (policyRemediationEvent) this.addRemediation(policyRemediationEvent);
  };

  /**
   * The steps, in the order of their URNs: the engine comes to them in another order each time.
   *
   * @param dependenciesOf URNs of what a resource was made from: events do not tell.
   */
  steps(dependenciesOf: (urn: string) => readonly string[]): Step[] {
    const steps = [...this.seen].map(([urn, seen]) => stepOf(urn, seen, [...dependenciesOf(urn)].sort()));
    return steps.sort((a, b) => (a.urn < b.urn ? -1 : 1));
  }

  private addStep(step: Metadata): void {
    const op = operations[step.op];
    if (op === undefined) return;
    const seen = this.seen.get(step.urn) ?? {
      op,
      type: step.type,
      provider: step.provider,
      deleteFirst: false,
      created: false,
      said: { keys: [], diffs: [], detailedDiff: {} },
    };
    this.seen.set(step.urn, seen);
    if (op === "replace") seen.op = op;
    if (step.op === "create-replacement") seen.created = true;
    if (step.op === "delete-replaced" && !seen.created) seen.deleteFirst = true;
    // Of a replacement, only the step that makes the new one has no old one, and that which deletes has no new one.
    if (step.old) seen.old ??= step.old;
    if (step.new && step.op !== "delete-replaced") seen.next = step.new;
    if (step.keys?.length) seen.said.keys = step.keys;
    if (step.diffs?.length) seen.said.diffs = step.diffs;
    if (step.detailedDiff && Object.keys(step.detailedDiff).length > 0) seen.said.detailedDiff = step.detailedDiff;
  }

  private addOutputs({ urn, new: next }: Metadata): void {
    const seen = this.seen.get(urn);
    if (seen?.next && next) seen.next = { ...seen.next, outputs: next.outputs };
  }

  private addRemediation({ resourceUrn = "", policyName, before = {}, after = {} }: RemediationEvent): void {
    const paths = Object.keys({ ...before, ...after }).filter(
      (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
    );
    this.remediations.push({ rule: policyName, urn: resourceUrn, paths });
  }
}

function stepOf(urn: string, seen: Seen, dependsOn: readonly string[]): Step {
  const { op, type, provider, deleteFirst, said } = seen;
  const old = seen.op === "create" || seen.op === "import" ? undefined : seen.old && stateOf(seen.old);
  const next = seen.op === "delete" || seen.op === "forget" ? undefined : seen.next && stateOf(seen.next);
  const diff = op === "same" || op === "read" ? sameDiff(type, old, next) : diffOf(said, old, next);
  const state = seen.next ?? seen.old;
  return {
    urn,
    stack: urn.split("::")[0]?.slice("urn:pulumi:".length) ?? "",
    type,
    name: urn.split("::").slice(3).join("::"),
    parent: state?.parent ?? "",
    custom: state?.custom ?? false,
    // The engine calls a resource unchanged whose protection changes, and a stack whose outputs do.
    op: op === "same" && diff.length > 0 ? "update" : op,
    ...(old && { old }),
    ...(next && { new: next }),
    replaceKeys: [...said.keys].sort(),
    deleteFirst,
    diff,
    provider: provider.split("::").slice(0, 4).join("::"),
    dependsOn,
  };
}

function sameDiff(type: string, old: State | undefined, next: State | undefined): Step["diff"] {
  if (old === undefined || next === undefined) return [];
  const outputsOnly = ({ outputs, protect }: State): State => ({ ...next, protect, inputs: outputs, outputs: {} });
  if (type === "pulumi:pulumi:Stack") return diffOf({}, outputsOnly(old), outputsOnly(next));
  return diffOf({}, { ...next, protect: old.protect }, next);
}

function stateOf({ id, inputs, outputs, protect, retainOnDelete }: SaidState): State {
  return {
    id,
    inputs: shownProperties(inputs),
    outputs: shownProperties(outputs),
    protect: protect ?? false,
    retainOnDelete: retainOnDelete ?? false,
  };
}
