import type { EngineEvent } from "@pulumi/pulumi/automation";
import { Collector } from "../../review/collect/collector";
import type { Watch } from "../commands/preview";
import type { StackRef } from "../selection";

/** What was heard of one stack. */
export interface Watched {
  readonly collector: Collector;
  readonly predictedFrom: readonly string[];
  /** The same stack with the outputs of the others as they are, where that was previewed too. */
  readonly asIs?: Collector;
}

/** Collects what previews say, for a review. */
export class ReviewWatch implements Watch {
  private readonly stacks = new Map<string, Watched>();

  hear({ name }: StackRef, predictedFrom: readonly string[]): (event: EngineEvent) => void {
    const collector = new Collector();
    const earlier = this.stacks.get(name)?.collector;
    this.stacks.set(name, { collector, predictedFrom, ...(earlier && { asIs: earlier }) });
    return collector.onEvent;
  }

  /** What was heard of a stack; undefined where none of its preview was. */
  of(stack: string): Watched | undefined {
    return this.stacks.get(stack);
  }
}
