import type { EnforcementLevel, Severity } from "@pulumi/policy";
import {
  AnalyzeDiagnostic,
  AnalyzeResponse,
  EnforcementLevel as Level,
  PolicyNotApplicable,
  PolicySeverity,
} from "@pulumi/pulumi/proto/analyzer_pb";
import type { Outcome } from "../core/outcome";
import type { Rule } from "../core/rule";
import { told } from "../core/told";

/** What a pack is called, and what it holds. */
export interface Pack {
  readonly name: string;
  readonly version: string;
  readonly rules: readonly Rule[];
}

export const levels: Readonly<Record<EnforcementLevel, Level>> = {
  advisory: Level.ADVISORY,
  mandatory: Level.MANDATORY,
  remediate: Level.REMEDIATE,
  disabled: Level.DISABLED,
};

export const severities: Readonly<Record<Severity, PolicySeverity>> = {
  low: PolicySeverity.POLICY_SEVERITY_LOW,
  medium: PolicySeverity.POLICY_SEVERITY_MEDIUM,
  high: PolicySeverity.POLICY_SEVERITY_HIGH,
  critical: PolicySeverity.POLICY_SEVERITY_CRITICAL,
};

/** The engine's answer to `outcomes`, which are those of the pack's rules of one scope. */
export function analyzeResponse(pack: Pack, scope: Rule["scope"], outcomes: readonly Outcome[]): AnalyzeResponse {
  return new AnalyzeResponse()
    .setDiagnosticsList(outcomes.flatMap((outcome) => diagnostics(pack, scope, outcome)))
    .setNotApplicableList(notApplicable(pack, scope, outcomes));
}

/** One for each finding, in no more than the rule's own words, what is added to them, and what the rule is called. */
function diagnostics({ name, version, rules }: Pack, scope: Rule["scope"], outcome: Outcome): AnalyzeDiagnostic[] {
  const rule = rules.find((one) => one.name === outcome.rule);
  return outcome.findings.map((finding) => {
    const { level, message } = told(outcome, finding);
    const diagnostic = new AnalyzeDiagnostic()
      .setPolicyname(outcome.rule)
      .setPolicypackname(name)
      .setPolicypackversion(version)
      .setDescription(rule?.title ?? "")
      .setMessage(message)
      .setEnforcementlevel(levels[level])
      .setSeverity(severities[rule?.severity ?? "medium"]);
    // Of a single resource the engine knows which it asked about.
    return scope === "stack" ? diagnostic.setUrn(outcome.urn) : diagnostic;
  });
}

/**
 * The rules that have neither passed nor failed: the engine takes all for passed that found nothing and are not among these.
 *
 * A rule that is not evaluated for one resource of a stack, and found nothing in the others, has not passed.
 */
function notApplicable({ rules }: Pack, scope: Rule["scope"], outcomes: readonly Outcome[]): PolicyNotApplicable[] {
  const judged = new Set(outcomes.map(({ rule }) => rule));
  const found = new Set(outcomes.filter(({ findings }) => findings.length > 0).map(({ rule }) => rule));
  const open = new Map<string, string>();
  for (const { rule, urn, notEvaluated } of outcomes) {
    if (notEvaluated === undefined || found.has(rule) || open.has(rule)) continue;
    open.set(rule, scope === "stack" ? `${urn}: ${notEvaluated}` : notEvaluated);
  }
  return rules
    .filter((rule) => rule.scope === scope && (!judged.has(rule.name) || open.has(rule.name)))
    .map(({ name }) => notApplicableBecause(name, open.get(name) ?? "there is nothing for it to judge"));
}

export const notApplicableBecause = (rule: string, reason: string): PolicyNotApplicable =>
  new PolicyNotApplicable().setPolicyName(rule).setReason(reason);
