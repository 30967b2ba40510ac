import { judgeBy } from "../../policy-packs/core/judge";
import { stackNameOf } from "../../policy-packs/core/stacks";
import { packs, rules } from "../../policy-packs/rules";
import type { Collector } from "../../review/collect/collector";
import { compareFindings, type JudgedStack } from "../../review/findings/compare";
import type { Gathered, StackRun } from "../../review/model/gathered";
import type { Review } from "../../review/model/schema";
import type { Step } from "../../review/model/step";
import type { ReviewSettings } from "../../review/settings";
import type { Recordings } from "../engine/recordings";
import type { OpenStack } from "../engine/sequence";
import type { Session } from "../engine/stack-run";
import { commitOf } from "../git";
import { checkState } from "../policies/check";
import type { CheckedState } from "../policies/check-result";
import { standardOfAllPacks } from "../policies/standard";
import { readState } from "../policies/state";
import type { StackResult } from "../report/result";
import { projectRoot } from "../root";
import { dependenciesIn } from "./dependencies";
import type { ReviewWatch, Watched } from "./watch";

/** What previews brought for a review, beside their results. */
export interface Gathering {
  /** The review's parts, once it is known which findings are accepted. */
  gathered(accounted: Pick<Gathered, "exceptions" | "standard"> & { stacks: readonly StackResult[] }): Gathered;
}

/** What a review is gathered from. */
export interface Sources {
  readonly session: Session;
  readonly stacks: readonly OpenStack[];
  readonly watch: ReviewWatch;
  readonly recordings: Recordings;
  readonly clock: Date;
  /** What the change is compared with, in words; empty: what the states record. */
  readonly base: string;
  /** What the base would change itself; undefined where it is applied. */
  readonly pending: Review | undefined;
  settings(environment: string): ReviewSettings;
  /** The stacks that a stack reads from. */
  upstream(stack: string): readonly string[];
}

/** Reads what is recorded of the previewed stacks and joins it with what was heard of them. */
export async function gatherReview(
  { session, stacks, watch, recordings, clock, base, pending, settings, upstream }: Sources,
  results: readonly StackResult[],
): Promise<Gathering> {
  const [commit, ...exports] = await Promise.all([
    commitOf(projectRoot),
    ...stacks.map(async ({ ref, unmade }) => ({
      stack: ref.name,
      text: unmade ? nothingRecorded : await exported(session, ref.name),
    })),
  ]);
  const before = judgedBefore(exports);
  const open = recordings.outcomes(results).filter(({ result }) => result === "not-evaluated");
  const recorded = recordings.dependencies();
  const dependencies = new Map([...exports.flatMap(({ text }) => dependenciesIn(text)), ...recorded]);
  return {
    gathered({ stacks: accounted, exceptions, standard }) {
      const runs = accounted.map((result) =>
        stackRun(result, watch.of(result.stack), dependencies, upstream(result.stack)),
      );
      const judged = runs.map(({ result, steps }): JudgedStack => {
        const { policies = [], notEvaluated = [] } = before.get(result.stack) ?? {};
        return {
          stack: result.stack,
          now: result.policies,
          before: policies,
          undecidedBefore: notEvaluated,
          unchanged: new Set(steps.steps.filter(({ op }) => op === "same").map(({ urn }) => urn)),
          whole: result.result === "succeeded" || result.result === "violated",
          notEvaluated: open.filter(({ urn }) => stackNameOf(urn) === result.stack),
        };
      });
      return {
        ...{ clock, base, settings, exceptions, standard, stacks: runs },
        sandbox: session.workplace.sandbox,
        commit: commit?.id ?? "",
        judged: compareFindings(judged),
        pending: new Map(pending?.changes.map((change) => [change.urn, change])),
      };
    },
  };
}

/** The state of a stack of which nothing was ever made. */
const nothingRecorded = JSON.stringify({ version: 3, deployment: { resources: [] } });

/** The state of a stack; secrets in it stay encrypted. */
async function exported({ command, workplace }: Session, stack: string): Promise<string> {
  return (await command.run(["stack", "export", "--stack", stack], workplace.workDir, {})).stdout;
}

/** What the rules say of what is recorded, by today's standard. */
function judgedBefore(exports: readonly { stack: string; text: string }[]): Map<string, CheckedState> {
  const { settings, exceptions } = standardOfAllPacks();
  const judge = judgeBy({ rules, settings, exceptions });
  return new Map(exports.map(({ stack, text }) => [stack, checkState(stack, readState(text), judge, packs)]));
}

function stackRun(
  result: StackResult,
  watched: Watched | undefined,
  dependencies: ReadonlyMap<string, readonly string[]>,
  dependsOn: readonly string[],
): StackRun {
  const { stack, environment, layer } = result;
  const stepsOf = (collector: Collector | undefined): Step[] =>
    collector?.steps((urn) => dependencies.get(urn) ?? []) ?? [];
  const steps = stepsOf(watched?.collector);
  return {
    result,
    steps: { stack, environment, layer, steps },
    remediations: watched?.collector.remediations ?? [],
    dependsOn,
    predictedFrom: watched?.predictedFrom ?? [],
    predicted: watched?.asIs ? predictedOf(steps, stepsOf(watched.asIs)) : new Set(),
  };
}

/** What changes only because another stack does: what the preview of the stack as it is does not show in the same form. */
function predictedOf(steps: readonly Step[], asIs: readonly Step[]): Set<string> {
  const formOf = ({ op, diff }: Step) => JSON.stringify([op, diff.map(({ path, kind }) => [path, kind])]);
  const forms = new Map(asIs.map((step) => [step.urn, formOf(step)]));
  return new Set(steps.filter((step) => forms.get(step.urn) !== formOf(step)).map(({ urn }) => urn));
}
