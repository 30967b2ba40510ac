import { type Entry, rulingOn, withoutRemark } from "../../policy-packs/core/exceptions/exceptions";
import { type Exceptions, readFile } from "../../policy-packs/core/exceptions/file";
import type { ExceptionResult, PolicyFinding, StackResult } from "./result";

/** Stack results in which each accepted finding says by which exception, and what came of every exception. */
export interface Accounted {
  stacks: StackResult[];
  exceptions: ExceptionResult[];
}

/**
 * Joins findings with the exceptions that the policy packs applied to them.
 *
 * @param everything Whether every stack of the project was in the run: only then an exception without a finding is unused.
 */
export function accountFor(stacks: StackResult[], everything: boolean, exceptions = exceptionsOf(stacks)): Accounted {
  const { entries, today } = exceptions;
  const accept = (finding: PolicyFinding): PolicyFinding => {
    const ruling = rulingOn(entries, { ...finding, message: withoutRemark(finding.message) }, today);
    if (ruling?.state !== "excepted") return finding;
    const { owner, reason, ticket, expires } = ruling.exception;
    return { ...finding, exception: { owner, reason, ticket, expires, daysLeft: ruling.daysLeft } };
  };
  const findings = stacks.flatMap(({ policies }) => policies);
  const judged = stacks.every(({ result }) => result === "succeeded" || result === "violated");
  return {
    stacks: stacks.map((stack) => ({ ...stack, policies: stack.policies.map(accept) })),
    exceptions: exceptionResults(findings, everything && judged, exceptions),
  };
}

/** What came of every exception. */
export function exceptionResults(
  findings: PolicyFinding[],
  everything: boolean,
  { entries, today }: Exceptions,
): ExceptionResult[] {
  return entries.map((entry) => exceptionResult(entry, stateOf(entry, findings, today, everything)));
}

/** The file's exceptions; the bounds of those that no finding is about were judged by the packs. */
function exceptionsOf(stacks: StackResult[]): Exceptions {
  const severities = new Map(stacks.flatMap(({ policies }) => policies.map(({ rule, severity }) => [rule, severity])));
  return readFile((rule) => (severities.get(rule) ?? "low") as "low");
}

function stateOf(
  entry: Entry,
  findings: PolicyFinding[],
  today: string,
  everything: boolean,
): ExceptionResult["state"] {
  const rulings = findings.map((finding) =>
    rulingOn([entry], { ...finding, message: withoutRemark(finding.message) }, today),
  );
  if (rulings.some((ruling) => ruling?.state === "excepted")) return "used";
  if (entry.problem !== undefined || rulings.some((ruling) => ruling?.state === "refused")) return "refused";
  return everything ? "unused" : "not seen";
}

function exceptionResult({ position, exception }: Entry, state: ExceptionResult["state"]): ExceptionResult {
  const { rule = "", resource = "", owner = "", expires = "" } = exception;
  return { position, rule, resource, owner, expires, state };
}
