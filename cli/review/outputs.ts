import { isDeepStrictEqual } from "node:util";
import type { EngineEvent } from "@pulumi/pulumi/automation";
import { isUnknownValue } from "../../policy-packs/core/unknown";
import { decidedLater, type PredictedOutputs } from "../../stacks/contract";

type Outputs = Readonly<Record<string, unknown>>;

/** Hears what a preview says of the outputs of its stack. */
export class OutputsHeard {
  private before: Outputs | undefined;
  private after: Outputs | undefined;

  readonly onEvent = ({ resOutputsEvent }: EngineEvent): void => {
    const step = resOutputsEvent?.metadata;
    if (step?.type !== "pulumi:pulumi:Stack") return;
    this.before = step.old?.outputs;
    this.after = step.new?.outputs;
  };

  /** The outputs as the stack will have them; undefined where they stay as they are, or the preview did not get so far. */
  get predicted(): PredictedOutputs | undefined {
    if (this.after === undefined || isDeepStrictEqual(this.before, this.after)) return undefined;
    const entries = Object.entries(this.after);
    return {
      applied: this.before !== undefined,
      outputs: Object.fromEntries(entries.map(([name, value]) => [name, withoutUnknown(value)])),
      secretOutputNames: entries.flatMap(([name, value]) => (hasSecret(value) ? [name] : [])),
    };
  }
}

/** What the engine writes in its events in place of a secret. */
const maskedSecret = "[secret]";

/** `value` of an event, in which what is secret is not told, and so not known here. */
function withoutUnknown(value: unknown): unknown {
  if (value === maskedSecret || isUnknownValue(value)) return decidedLater;
  if (Array.isArray(value)) {
    const items = value.map(withoutUnknown);
    // A list is read as a whole.
    return items.includes(decidedLater) ? decidedLater : items;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutUnknown(item)]));
}

function hasSecret(value: unknown): boolean {
  if (value === maskedSecret) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(hasSecret);
}
