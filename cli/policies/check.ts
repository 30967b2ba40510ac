import type { Judge } from "../../policy-packs/core/judge";
import type { Outcome } from "../../policy-packs/core/outcome";
import type { Packs } from "../../policy-packs/core/standard/schema";
import { told } from "../../policy-packs/core/told";
import type { PolicyFinding } from "../report/result";
import type { CheckedState, OutcomeCounts } from "./check-result";
import type { State } from "./state";

/** Judges what a state records, without a preview: inputs by rules for single resources, outputs by those for stacks. */
export function checkState(source: string, state: State, judge: Judge, packs: Packs): CheckedState {
  const outcomes = [...state.inputs.flatMap((one) => judge.resource(one)), ...judge.stack(state.outputs)];
  return {
    source,
    stack: state.stack,
    resources: state.things,
    outcomes: countsOf(outcomes),
    policies: findingsOf(outcomes, packs),
    notEvaluated: outcomes.flatMap(({ rule, urn, result }) => (result === "not-evaluated" ? [{ rule, urn }] : [])),
  };
}

function countsOf(outcomes: readonly Outcome[]): OutcomeCounts {
  const count = (wanted: Outcome["result"]) => outcomes.filter(({ result }) => result === wanted).length;
  return {
    passed: count("passed"),
    failed: count("failed"),
    excepted: count("excepted"),
    notEvaluated: count("not-evaluated"),
  };
}

/** In the form in which a preview tells them. */
function findingsOf(outcomes: readonly Outcome[], packs: Packs): PolicyFinding[] {
  const rules = new Map(
    Object.entries(packs).flatMap(([pack, own]) => own.map(({ name, severity }) => [name, { pack, severity }])),
  );
  return outcomes.flatMap((outcome) =>
    outcome.findings.map((finding) => {
      const { pack = "", severity = "" } = rules.get(outcome.rule) ?? {};
      const { exception } = finding;
      return {
        pack,
        rule: outcome.rule,
        severity,
        urn: outcome.urn,
        ...told(outcome, finding),
        ...(exception && { exception }),
      };
    }),
  );
}
