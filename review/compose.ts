import { isDeepStrictEqual } from "node:util";
import { shortened } from "./collect/shown";
import { costOf } from "./cost/cost";
import { fingerprintOf } from "./fingerprint";
import { gatesOf } from "./gates";
import { dependentsOf, transitive } from "./graph";
import type { Gathered, StackRun } from "./model/gathered";
import type { Change, PropertyChange, Review } from "./model/schema";
import type { Step } from "./model/step";
import { networksOf } from "./picture/networks";
import { assess } from "./risk/assess";
import { churnOf } from "./risk/churn";
import type { RiskContext } from "./risk/judge";
import { byDanger } from "./risk/order";
import { ownerOf, tagsOf } from "./tags/tags";

/** Makes a review of what previews brought. The same gathered gives the same review. */
export function compose(gathered: Gathered): Review {
  const { stacks, judged, exceptions, standard, sandbox, clock, commit, base } = gathered;
  const changes = byDanger(changesOf(gathered));
  const cost = costOf(gathered);
  return {
    version: 1,
    sandbox,
    time: clock.toISOString(),
    commit,
    base,
    stacks: stacks.map(stackReview),
    changes,
    ...judged,
    remediations: stacks.flatMap(({ steps: { stack }, remediations }) =>
      remediations.map(({ rule, urn, paths }) => ({ rule, stack, urn, paths: [...paths] })),
    ),
    exceptions: [...exceptions],
    standard,
    cost,
    tags: tagsOf(stacks),
    networks: networksOf(stacks),
    gates: gatesOf(gathered, { changes, cost, findings: judged.findings }),
  };
}

function stackReview({ result, steps, dependsOn, predictedFrom }: StackRun): Review["stacks"][number] {
  const { stack, environment, layer, durationMs, changes, diagnostics } = result;
  return {
    ...{ stack, environment, layer, durationMs, changes, diagnostics },
    result: result.result,
    dependsOn: [...dependsOn],
    predictedFrom: [...predictedFrom],
    fingerprint: fingerprintOf(steps.steps),
  };
}

function changesOf(gathered: Gathered): Change[] {
  const all = gathered.stacks.flatMap(({ steps }) => steps.steps);
  const byUrn = new Map(all.map((step) => [step.urn, step]));
  const direct = dependentsOf(all);
  const step = (urn: string) => byUrn.get(urn);
  const dependents = transitive(direct, byUrn);
  const { pending } = gathered;
  const created = createdIn(all);
  return gathered.stacks.flatMap(({ steps: { environment, steps }, predicted }) => {
    const context: RiskContext = { environment, settings: gathered.settings(environment), step, dependents, created };
    return steps
      .filter(({ op }) => op !== "same")
      .map((one) => changeOf(one, { context, predicted, pending, direct: direct.get(one.urn) ?? [] }));
  });
}

/** What is made new, by stack and type. */
function createdIn(steps: readonly Step[]): RiskContext["created"] {
  const made = new Map<string, Step[]>();
  for (const step of steps) {
    if (step.op !== "create") continue;
    const key = `${step.stack} ${step.type}`;
    const known = made.get(key);
    if (known) known.push(step);
    else made.set(key, [step]);
  }
  return (stack, type) => made.get(`${stack} ${type}`) ?? [];
}

interface Around {
  readonly context: RiskContext;
  readonly predicted: ReadonlySet<string>;
  readonly pending: Gathered["pending"];
  readonly direct: readonly string[];
}

function changeOf(step: Step, { context, predicted, pending, direct }: Around): Change {
  const { urn, stack, type, name, op, replaceKeys, deleteFirst, diff, dependsOn } = step;
  const { protect = false, retainOnDelete = false } = step.old ?? step.new ?? {};
  const risks = assess(step, context);
  const churn = churnOf(step, risks);
  return {
    ...{ urn, stack, type, name },
    component: componentsOf(step, context.step),
    // Only `same` is none of these, and that does not get here.
    op: op as Change["op"],
    replaceKeys: [...replaceKeys],
    ...{ deleteFirst, protect, retainOnDelete },
    diff: diff.map(shortenedChange),
    risks,
    ...(churn && { churn }),
    predicted: predicted.has(urn),
    pending: isPending(step, pending.get(urn)),
    dependsOn: [...dependsOn],
    dependents: [...direct],
    owner: ownerOf(step, context.step),
  };
}

/** Whether the base would do the same to it. */
function isPending(
  { op, diff }: Step,
  base: { readonly op: string; readonly diff: Change["diff"] } | undefined,
): boolean {
  return base !== undefined && base.op === op && isDeepStrictEqual(base.diff, diff.map(shortenedChange));
}

const shortenedChange = ({ before, after, ...change }: PropertyChange): PropertyChange => ({
  ...change,
  ...(before !== undefined && { before: shortened(before) }),
  ...(after !== undefined && { after: shortened(after) }),
});

/** The components around a resource, the outermost first. */
function componentsOf(step: Step, find: RiskContext["step"]): Change["component"] {
  const chain: Change["component"] = [];
  for (let parent = find(step.parent); parent && parent.type !== "pulumi:pulumi:Stack"; parent = find(parent.parent)) {
    chain.unshift({ type: parent.type, name: parent.name });
  }
  return chain;
}
