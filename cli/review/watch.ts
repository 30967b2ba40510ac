import { Collector } from "../../review/collect/collector";
import type { Watch } from "../commands/preview";

/** What was heard of one stack. */
export interface Watched {
  readonly collector: Collector;
  readonly predictedFrom: readonly string[];
  /** The same stack with the outputs of the others as they are, where that was previewed too. */
  readonly asIs?: Collector | undefined;
}

/** Collects what previews say, for a review. */
export class ReviewWatch implements Watch {
  private readonly stacks = new Map<string, Watched>();
  private readonly asIs = new Map<string, Collector>();

  readonly hear: Watch["hear"] = ({ name }, predictedFrom) => {
    const collector = new Collector();
    this.stacks.set(name, { collector, predictedFrom, asIs: this.asIs.get(name) });
    return collector.onEvent;
  };

  readonly hearAsIs: Watch["hearAsIs"] = ({ name }) => {
    const collector = new Collector();
    this.asIs.set(name, collector);
    return collector.onEvent;
  };

  /** What was heard of a stack; undefined where none of its preview was. */
  of(stack: string): Watched | undefined {
    return this.stacks.get(stack);
  }
}
