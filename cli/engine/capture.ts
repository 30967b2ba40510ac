import { stripVTControlCharacters } from "node:util";
import type { EngineEvent } from "@pulumi/pulumi/automation";
import type { Diagnostic, PolicyFinding, ResourceChange } from "../report/result";

/** Operations that are steps of one replacement. */
const replaceSteps = new Set([
  "replace",
  "create-replacement",
  "delete-replaced",
  "import-replacement",
  "read-replacement",
]);

/** The policy event as the engine sends it; the SDK's type lacks `severity` and has another name for advisory. */
interface PolicyEvent {
  resourceUrn?: string;
  message: string;
  policyName: string;
  policyPackName: string;
  enforcementLevel: string;
  severity?: string;
}

type EngineDiagnostic = NonNullable<EngineEvent["diagnosticEvent"]>;

/** The engine sends what it does as `debug`, whether or not anybody asked; that is left out. */
const severities: Record<string, Diagnostic["severity"] | undefined> = {
  info: "info",
  "info#err": "info",
  warning: "warning",
  error: "error",
};

/** The engine warns of every plugin on PATH; this one is ours and put there on purpose. */
const ownPlugin = /^using pulumi-analyzer-policy-foundation from \$PATH/;

type Step = NonNullable<EngineEvent["resourcePreEvent"]>["metadata"];

/** Collects what the engine says of one stack while it works. */
export class Capture {
  private readonly byUrn = new Map<string, ResourceChange>();
  readonly policies: PolicyFinding[] = [];
  readonly diagnostics: Diagnostic[] = [];

  constructor(private readonly onProgress: (resources: number) => void = () => {}) {}

  readonly onEvent = (event: EngineEvent): void => {
    if (event.resourcePreEvent) this.addStep(event.resourcePreEvent.metadata);
    if (event.resOutputsEvent) this.addOutputs(event.resOutputsEvent.metadata);
    if (event.policyEvent) this.addFinding(event.policyEvent as unknown as PolicyEvent);
    if (event.diagnosticEvent && !event.diagnosticEvent.ephemeral) this.addDiagnostic(event.diagnosticEvent);
  };

  get resources(): ResourceChange[] {
    return [...this.byUrn.values()];
  }

  /**
   * Drops what a stopping engine says of everything that it breaks off, where what stopped it is told.
   *
   * @param told Whether a person stopped it.
   */
  dropAftermath(told: boolean): void {
    const isAftermath = ({ message }: Diagnostic) => message.includes("context canceled");
    const hasCause = this.diagnostics.some((one) => one.severity === "error" && !isAftermath(one));
    if (!told && !hasCause) return;
    this.diagnostics.splice(0, this.diagnostics.length, ...this.diagnostics.filter((one) => !isAftermath(one)));
  }

  private addStep(step: Step): void {
    const op = replaceSteps.has(step.op) ? "replace" : protectionChanges(step) ? "update" : step.op;
    const known = this.byUrn.get(step.urn);
    // A replacement is three steps of one resource; the one that names the keys tells why. Reading comes before all.
    if (known && known.op !== "refresh" && op !== "replace") return;
    const state = step.new ?? step.old;
    const change: ResourceChange = {
      urn: step.urn,
      type: step.type,
      name: step.urn.split("::").at(-1) ?? step.urn,
      parent: state?.parent ?? "",
      op,
      replaceKeys: step.keys?.length ? step.keys : (known?.replaceKeys ?? []),
      diff: diffOf(step) ?? known?.diff ?? [],
    };
    this.byUrn.set(step.urn, change);
    this.onProgress(this.byUrn.size);
  }

  /** The engine calls a stack unchanged whose outputs change, but they are the contract that other stacks read. */
  private addOutputs({ urn, type, op, old, new: next }: Step): void {
    const stack = this.byUrn.get(urn);
    if (type !== "pulumi:pulumi:Stack" || op !== "same" || stack === undefined) return;
    const before = old?.outputs ?? {};
    const after = next?.outputs ?? {};
    const diff = [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
      .map((path) => ({ path, kind: path in before ? (path in after ? "update" : "delete") : "add" }));
    if (diff.length > 0) this.byUrn.set(urn, { ...stack, op: "update", diff });
  }

  private addFinding(event: PolicyEvent): void {
    this.policies.push({
      pack: event.policyPackName,
      rule: event.policyName,
      level: event.enforcementLevel === "mandatory" ? "mandatory" : "advisory",
      severity: event.severity ?? "",
      urn: event.resourceUrn ?? "",
      message: plain(event.message),
    });
  }

  private addDiagnostic({ severity: said, urn = "", message }: EngineDiagnostic): void {
    const severity = severities[said];
    const text = plain(message);
    if (severity === undefined || text === "" || ownPlugin.test(text)) return;
    // The engine repeats an error for the stack as a whole once it has told it for the resource.
    const known = this.diagnostics.some((d) => d.message === text && d.severity === severity);
    if (!known) this.diagnostics.push({ severity, urn, message: text });
  }
}

/** The engine calls a resource unchanged whose protection changes, though it decides what `destroy` may do. */
const protectionChanges = ({ op, old, new: next }: Step): boolean =>
  op === "same" && old !== undefined && next !== undefined && (old?.protect ?? false) !== (next?.protect ?? false);

function diffOf(step: Step): ResourceChange["diff"] | undefined {
  if (protectionChanges(step)) return [{ path: "protect", kind: "update" }];
  const detailed = Object.entries(step.detailedDiff ?? {});
  if (detailed.length > 0) return detailed.map(([path, { diffKind }]) => ({ path, kind: diffKind }));
  return step.diffs?.length ? step.diffs.map((path) => ({ path, kind: "update" })) : undefined;
}

/** Without the engine's colour tags and terminal sequences, and without a blank end. */
function plain(message: string): string {
  return stripVTControlCharacters(message.replace(/<\{%[^%]*%\}>/g, "")).trim();
}
