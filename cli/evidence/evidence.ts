import { type Control, controlLists, type ListedFramework } from "../../policy-packs/controls/lists";
import { frameworks } from "../../policy-packs/core/frameworks";
import type { Outcome } from "../../policy-packs/core/outcome";
import type { Rule } from "../../policy-packs/core/rule";
import type { Settings } from "../../policy-packs/core/settings";
import { stackNameOf } from "../../policy-packs/core/stacks";
import type { StackResult } from "../report/result";
import { groupBy, resultsBy, resultsOf } from "./results";
import {
  type ControlEvidence,
  type ControlState,
  controlStates,
  type Evidence,
  type EvidenceOutcome,
  type FrameworkEvidence,
  type Provenance,
  type Results,
} from "./schema";

/** What evidence is made of. */
export interface Gathered {
  readonly provenance: Provenance;
  /** Of every stack that was asked for. */
  readonly stacks: readonly StackResult[];
  readonly outcomes: readonly Outcome[];
  readonly packs: Readonly<Record<string, readonly Rule[]>>;
  readonly settings: Settings;
}

/** Evidence of what rules found, by control: everything that the files of `foundation evidence` say. */
export function evidenceOf({ provenance, stacks, outcomes: all, packs, settings }: Gathered): Evidence {
  const outcomes = ordered(all, stacks);
  const byStack = resultsBy(outcomes, ({ stack }) => stack);
  const byRule = groupBy(outcomes, ({ rule }) => rule);
  const rules = Object.values(packs).flat();
  const names = stacks.map(({ stack }) => stack);
  const levels = new Map(
    rules.map((rule) => [rule.name, Object.fromEntries(names.map((stack) => [stack, settings(rule, stack).level]))]),
  );
  const environments = new Map(stacks.map(({ stack, environment }) => [stack, environment]));
  return {
    version: 1,
    statement: statementOf(provenance),
    provenance,
    complete: stacks.every(({ result }) => result === "succeeded" || result === "violated"),
    stacks: stacks.map(({ stack, environment, layer, result, resources }) => ({
      ...{ stack, environment, layer, result, resources: resources.length },
      results: byStack[stack] ?? resultsOf([]),
    })),
    frameworks: (Object.keys(controlLists) as ListedFramework[]).map((framework) =>
      frameworkEvidence(framework, {
        rules,
        outcomesOf: (rule) => byRule.get(rule.name) ?? [],
        isDisabled: (rule) => Object.values(levels.get(rule.name) ?? {}).every((level) => level === "disabled"),
        environmentOf: (stack) => environments.get(stack) ?? "",
      }),
    ),
    rules: Object.entries(packs).flatMap(([pack, own]) =>
      own.map(({ name, title, severity }) => ({
        ...{ rule: name, pack, title, severity },
        levels: levels.get(name) ?? {},
        results: resultsOf(byRule.get(name) ?? []),
      })),
    ),
    outcomes,
  };
}

function statementOf({ sandbox }: Provenance): string {
  const seen = sandbox
    ? "AWS, EKS and Kubernetes were simulated (sandbox): this shows what the programs ask for, and nothing about any account."
    : "The stacks were previewed against their accounts: this shows what the programs ask for; what else is in the accounts was not looked at.";
  return `Rules support controls in part, by what resources are asked to be. That a rule finds nothing does not show that a control is met; that is an auditor's judgement. ${seen}`;
}

/** One outcome for each rule and resource, the last one told, in the order of the stacks. */
function ordered(outcomes: readonly Outcome[], stacks: readonly StackResult[]): EvidenceOutcome[] {
  const position = new Map(stacks.map(({ stack }, index) => [stack, index]));
  const last = new Map(outcomes.map((outcome) => [`${outcome.rule} ${outcome.urn}`, outcome]));
  return [...last.values()]
    .map(({ crashed, result, urn, findings, ...rest }) => ({
      ...rest,
      urn,
      stack: stackNameOf(urn),
      result: crashed ? ("crashed" as const) : result,
      findings: findings.map((finding) => ({ ...finding })),
    }))
    .filter(({ stack }) => position.has(stack))
    .sort(
      (a, b) =>
        (position.get(a.stack) ?? 0) - (position.get(b.stack) ?? 0) || compare(a.rule, b.rule) || compare(a.urn, b.urn),
    );
}

/** By code units, the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Judged {
  readonly rules: readonly Rule[];
  outcomesOf(rule: Rule): readonly EvidenceOutcome[];
  /** Whether the rule is switched off in every stack. */
  isDisabled(rule: Rule): boolean;
  environmentOf(stack: string): string;
}

function frameworkEvidence(framework: ListedFramework, judged: Judged): FrameworkEvidence {
  const { source, controls } = controlLists[framework];
  const supporting = groupBy(
    judged.rules.flatMap((rule) => (rule.controls[framework] ?? []).map((id) => ({ id, rule }))),
    ({ id }) => id,
  );
  const evidence = controls.map((control) => {
    const rules = (supporting.get(control.id) ?? []).map(({ rule }) => rule);
    return controlEvidence(control, rules, judged);
  });
  const totals = controlStates.map((state) => [state, evidence.filter((one) => one.state === state).length] as const);
  return {
    framework,
    ...frameworks[framework],
    source,
    totals: Object.fromEntries(totals) as Record<ControlState, number>,
    controls: evidence,
  };
}

function controlEvidence(control: Control, rules: readonly Rule[], judged: Judged): ControlEvidence {
  const outcomes = rules.flatMap((rule) => judged.outcomesOf(rule));
  const results = resultsOf(outcomes);
  return {
    ...control,
    state: stateOf(results, rules, judged),
    rules: rules.map(({ name }) => name),
    results,
    environments: resultsBy(outcomes, ({ stack }) => judged.environmentOf(stack)),
    stacks: resultsBy(outcomes, ({ stack }) => stack),
  };
}

function stateOf(results: Results, rules: readonly Rule[], judged: Judged): ControlState {
  if (results.failed > 0) return "violated";
  if (results.crashed > 0) return "crashed";
  if (results.excepted > 0) return "excepted";
  if (results.passed > 0) return "no-findings";
  if (results.notEvaluated > 0) return "not-evaluated";
  if (rules.length === 0) return "no-rule";
  return rules.every((rule) => judged.isDisabled(rule)) ? "disabled" : "no-resource";
}
