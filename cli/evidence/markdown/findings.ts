import type { Evidence, EvidenceOutcome } from "../schema";
import { escaped, table } from "./text";

type Finding = EvidenceOutcome["findings"][number];
type Row = (outcome: EvidenceOutcome, finding: Finding) => readonly (string | number)[];

/** What no exception accepts, the rules that stop deployments first. */
export function violationsTable(evidence: Evidence): string {
  const severities = new Map(evidence.rules.map(({ rule, severity }) => [rule, severity]));
  const rank = ({ level }: EvidenceOutcome) => (level === "advisory" ? 1 : 0);
  const rows = rowsOf(
    [...evidence.outcomes].sort((a, b) => rank(a) - rank(b)),
    ({ exception }) => exception === undefined,
    (outcome, { message, refused }) => [
      ...[outcome.rule, severities.get(outcome.rule) ?? "", levelOf(outcome), outcome.urn, message, refused ?? ""],
    ],
  );
  return table(["rule", "severity", "level", "resource", "finding", "why an exception does not count"], rows);
}

/** What exceptions accept, and who answers for it until when. */
export function acceptedTable({ outcomes }: Evidence): string {
  const rows = rowsOf(
    outcomes,
    ({ exception }) => exception !== undefined,
    ({ rule, urn }, { message, exception }) =>
      exception === undefined
        ? []
        : [
            rule,
            urn,
            message,
            exception.owner,
            exception.reason,
            exception.ticket,
            exception.expires,
            exception.daysLeft,
          ],
  );
  return table(["rule", "resource", "finding", "owner", "reason", "ticket", "expires", "days left"], rows);
}

/** What could not be judged before deployment. */
export function notEvaluatedTable({ outcomes }: Evidence): string {
  const rows = outcomes
    .filter(({ notEvaluated }) => notEvaluated !== undefined)
    .map(({ rule, urn, notEvaluated = "" }) => [rule, urn, notEvaluated].map(escaped));
  return table(["rule", "resource", "what is not known"], rows);
}

function levelOf({ level, introduction }: EvidenceOutcome): string {
  return introduction ? `${level}, mandatory from ${introduction.mandatoryFrom}` : level;
}

function rowsOf(outcomes: readonly EvidenceOutcome[], which: (finding: Finding) => boolean, row: Row): string[][] {
  return outcomes.flatMap((outcome) =>
    outcome.findings.filter(which).map((finding) => row(outcome, finding).map((cell) => escaped(String(cell)))),
  );
}
