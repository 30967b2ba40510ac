import type { EnforcementLevel, Severity } from "@pulumi/policy";
import {
  AnalyzeDiagnostic,
  AnalyzeResponse,
  EnforcementLevel as Level,
  PolicyNotApplicable,
  PolicySeverity,
  type RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { memoized } from "../core/judge";
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

/** The engine's answer to `outcomes`, which are those of the pack's rules of one scope; `others` are the rules without any. */
export function analyzeResponse(
  pack: Pack,
  scope: Rule["scope"],
  outcomes: readonly Outcome[],
  others: Others,
): Buffer {
  const response = new AnalyzeResponse()
    .setDiagnosticsList(outcomes.flatMap((outcome) => diagnostics(pack, scope, outcome)))
    .setNotApplicableList(notEvaluated(scope, outcomes));
  const judged = [...new Set(outcomes.map(({ rule }) => rule))];
  return Buffer.concat([response.serializeBinary(), others(judged)]);
}

/** The bytes of a message that calls all rules not applicable but for those of these names. */
export type Others = (judged: readonly string[]) => Uint8Array;

/**
 * Of messages that follow one another the engine joins the lists. So what is said of hundreds of rules, which is the same for
 * every resource of a type, is made once: made anew it takes longer than judging.
 */
export function othersOf(
  { rules }: Pack,
  scope: Rule["scope"],
  Message: typeof AnalyzeResponse | typeof RemediateResponse,
): Others {
  const bytes = memoized((names) => {
    const judged = new Set(names.split(" "));
    const others = rules.filter((rule) => rule.scope === scope && !judged.has(rule.name));
    return new Message().setNotApplicableList(others.map(({ name }) => notApplicable(name))).serializeBinary();
  });
  return (judged) => bytes(judged.join(" "));
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
function notEvaluated(scope: Rule["scope"], outcomes: readonly Outcome[]): PolicyNotApplicable[] {
  const found = new Set(outcomes.filter(({ findings }) => findings.length > 0).map(({ rule }) => rule));
  const open = new Map<string, string>();
  for (const { rule, urn, notEvaluated: reason } of outcomes) {
    if (reason === undefined || found.has(rule) || open.has(rule)) continue;
    open.set(rule, scope === "stack" ? `${urn}: ${reason}` : reason);
  }
  return [...open].map(([rule, reason]) => notApplicable(rule, reason));
}

/** Without a reason there is nothing for the rule to judge. */
export const notApplicable = (rule: string, reason = ""): PolicyNotApplicable =>
  new PolicyNotApplicable().setPolicyName(rule).setReason(reason);
