import type { Rule } from "../../policy-packs/core/rule";
import { judgeCase, type PolicyCase } from "./case";

/** What came of a set of cases. */
export interface Score {
  /** Violations that the labels name. */
  expected: number;
  found: number;
  /** Cases labelled ok that cover all that the rule looks at. */
  ok: number;
  falseAlarms: number;
  crashes: number;
  /** Cases that the rule could not judge since a value is unknown. */
  notEvaluated: number;
}

export interface RuleScore extends Score {
  /** Ids of violations that were not found, and of false alarms. */
  missed: string[];
  alarmed: string[];
  /** Whether there is such a rule. */
  built: boolean;
}

export interface Scores {
  total: Score;
  tier1: Score;
  rules: Record<string, RuleScore>;
}

/** Runs every case on each rule it names; a rule that there is not finds nothing. */
export function score(rules: readonly Rule[], cases: readonly PolicyCase[]): Scores {
  const byName = new Map(rules.map((rule) => [rule.name, rule]));
  const scores: Scores = { total: nothing(), tier1: nothing(), rules: {} };
  for (const one of cases) {
    for (const name of one.rules) {
      const rule = byName.get(name);
      scores.rules[name] ??= { ...nothing(), missed: [], alarmed: [], built: rule !== undefined };
      const own = scores.rules[name];
      const sums = one.tier === 1 ? [own, scores.total, scores.tier1] : [own, scores.total];
      const outcome = outcomeOf(rule, one);
      for (const sum of sums) add(sum, one, outcome);
      if (one.expected === "violation" && !outcome.violated) own.missed.push(one.id);
      if (isAlarm(one, outcome)) own.alarmed.push(one.id);
    }
  }
  return scores;
}

const nothing = (): Score => ({ expected: 0, found: 0, ok: 0, falseAlarms: 0, crashes: 0, notEvaluated: 0 });

interface Outcome {
  violated: boolean;
  crashed: boolean;
  notEvaluated: boolean;
}

function outcomeOf(rule: Rule | undefined, one: PolicyCase): Outcome {
  if (rule === undefined) return { violated: false, crashed: false, notEvaluated: false };
  const { violations, crashed = false, notEvaluated } = judgeCase(rule, one);
  return {
    violated: violations.length > 0 && !crashed,
    crashed,
    notEvaluated: notEvaluated !== undefined && violations.length === 0,
  };
}

/** An ok of a source that looks at one aspect only says nothing of the others that our rule looks at. */
const isAlarm = ({ expected, multiAspect }: PolicyCase, { violated }: Outcome) =>
  expected === "ok" && !multiAspect && violated;

function add(sum: Score, one: PolicyCase, outcome: Outcome): void {
  if (one.expected === "violation") {
    sum.expected += 1;
    if (outcome.violated) sum.found += 1;
  } else if (!one.multiAspect) {
    sum.ok += 1;
    if (isAlarm(one, outcome)) sum.falseAlarms += 1;
  }
  if (outcome.crashed) sum.crashes += 1;
  if (outcome.notEvaluated) sum.notEvaluated += 1;
}
