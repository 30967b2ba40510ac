import type { ExceptionResult, StackResult, StandardInForce } from "../../cli/report/result";
import type { Remediation } from "../collect/collector";
import type { ReviewSettings } from "../settings";
import type { Change, Review } from "./schema";
import type { StackSteps } from "./step";

/** What a preview of one stack brought. */
export interface StackRun {
  readonly result: StackResult;
  readonly steps: StackSteps;
  readonly remediations: readonly Remediation[];
  /** Stacks that it reads from. */
  readonly dependsOn: readonly string[];
  /** Stacks whose outputs were taken as the change makes them. */
  readonly predictedFrom: readonly string[];
  /** URNs of what changes only because of that. */
  readonly predicted: ReadonlySet<string>;
}

/** Everything that a review is composed of. */
export interface Gathered {
  readonly sandbox: boolean;
  /** When it is made; prices and dates are of that day. */
  readonly clock: Date;
  readonly commit: string;
  readonly base: string;
  readonly stacks: readonly StackRun[];
  /** By URN, what would change without this change, too. */
  readonly pending: ReadonlyMap<string, Pick<Change, "op" | "diff">>;
  readonly judged: Pick<Review, "findings" | "fixed" | "notEvaluated">;
  readonly exceptions: readonly ExceptionResult[];
  readonly standard: StandardInForce;
  /** What an environment sets for its reviews. */
  settings(environment: string): ReviewSettings;
}
