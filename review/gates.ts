import { plural } from "../cli/report/words";
import type { Gathered, StackRun } from "./model/gathered";
import { type Change, type Cost, type Gate, type Review, type Risk, riskLevels } from "./model/schema";
import type { ReviewSettings } from "./settings";

type Judged = Pick<Review, "findings"> & { readonly changes: readonly Change[]; readonly cost: Cost };

/** One environment of a review, with what is known of it. */
interface Environment extends Judged {
  readonly name: string;
  readonly settings: ReviewSettings;
  readonly runs: readonly StackRun[];
}

type Verdict = Pick<Gate, "passed" | "reason">;

const gates = { failed, policy, danger, cost } as const satisfies Record<Gate["gate"], (of: Environment) => Verdict>;

/** Whether a change may go on, by environment; the reasons are for people. */
export function gatesOf({ stacks, settings }: Pick<Gathered, "stacks" | "settings">, judged: Judged): Gate[] {
  const names = [...new Set(stacks.map(({ steps }) => steps.environment))];
  return names.flatMap((name) => {
    const runs = stacks.filter(({ steps }) => steps.environment === name);
    const environment = { ...of(judged, runs), name, settings: settings(name), runs };
    return Object.entries(gates).map(([gate, judge]) => ({
      // Its keys are those of the gates.
      gate: gate as Gate["gate"],
      environment: name,
      ...judge(environment),
    }));
  });
}

/** The part of a review that is of these stacks. */
function of({ findings, changes, cost }: Judged, runs: readonly StackRun[]): Judged {
  const stacks = new Set(runs.map(({ steps }) => steps.stack));
  const isOurs = ({ stack }: { readonly stack: string }) => stacks.has(stack);
  const rows = { ...cost.rows, stack: cost.rows.stack.filter(({ name }) => stacks.has(name)) };
  return {
    findings: findings.filter(isOurs),
    changes: changes.filter(isOurs),
    cost: { ...cost, rows, gaps: cost.gaps.filter(isOurs) },
  };
}

/** What a stack would do is not known where its preview did not come to its end. A policy's violation is the policy gate's. */
function failed({ runs }: Environment): Verdict {
  const open = unseen(runs);
  if (open.length === 0) return { passed: true, reason: `${plural(runs.length, "stack")} previewed` };
  const which = open.map(({ stack, result }) => `${stack} ${result}`).join(", ");
  return { passed: false, reason: `what the change would do is not known: ${which}` };
}

const unseen = (runs: readonly StackRun[]): StackRun["result"][] =>
  runs.map(({ result }) => result).filter(({ result }) => result !== "succeeded" && result !== "violated");

function policy({ findings }: Environment): Verdict {
  const mandatory = findings.filter(({ level, state }) => level === "mandatory" && state !== "excepted");
  if (mandatory.length === 0) return { passed: true, reason: "no mandatory rule is violated" };
  const rules = [...new Set(mandatory.map(({ rule }) => rule))];
  const isNew = mandatory.filter(({ state }) => state === "new").length;
  const reason = `${plural(mandatory.length, "violation")} of mandatory rules, ${isNew} of them new: ${some(rules)}`;
  return { passed: false, reason };
}

/** What cannot be undone goes on only when somebody said so. */
function danger({ changes, settings }: Environment): Verdict {
  const dangers = changes.flatMap(({ risks }) => risks.find((one) => needsApproval(one, settings)) ?? []);
  if (dangers.length === 0) return { passed: true, reason: "nothing needs approval" };
  const summaries = some(dangers.map(({ summary }) => summary));
  return { passed: false, reason: `${plural(dangers.length, "danger")} not approved: ${summaries}` };
}

function needsApproval({ section, level, ignored }: Risk, { approveAt }: ReviewSettings): boolean {
  const from = approveAt[section];
  return ignored !== true && from !== "never" && riskLevels.indexOf(level) <= riskLevels.indexOf(from);
}

/** Only what is known can be held against a limit; what is not is named, whichever way it goes. */
function cost({ cost: { rows, gaps }, settings, runs }: Environment): Verdict {
  const { maxMonthlyDeltaUsd: limit } = settings;
  const millionths = rows.stack.reduce((sum, { before, after }) => sum + Math.round((after - before) * 1_000_000), 0);
  const delta = Math.round(millionths / 10_000) / 100;
  const passed = limit === undefined || delta <= limit;
  const allowed =
    limit === undefined ? "no limit is set" : `${passed ? "within" : "over"} the limit of ${dollars(limit)}`;
  return { passed, reason: `${dollars(delta, true)} a month, ${allowed}${left(gaps, runs)}` };
}

/** What the estimate does not have. */
function left(gaps: Cost["gaps"], runs: readonly StackRun[]): string {
  const resources = (kind: string) =>
    [...new Set(gaps.filter((gap) => gap.changed && gap.kind === kind).map(({ urn }) => urn))].map(nameOf);
  const unpriced = resources("unpriced");
  const unknown = resources("unknown");
  const open = unseen(runs).map(({ stack }) => stack);
  const parts = [
    ...(unpriced.length > 0
      ? [`${plural(unpriced.length, "changed resource")} without a price (${some(unpriced)})`]
      : []),
    ...(unknown.length > 0 ? [`${plural(unknown.length, "changed resource")} not known yet (${some(unknown)})`] : []),
    ...(open.length > 0 ? [`${plural(open.length, "stack")} not previewed (${some(open)})`] : []),
  ];
  return parts.length > 0 ? `; not in it: ${parts.join(", ")}` : "";
}

const nameOf = (urn: string): string => urn.split("::").slice(3).join("::");

/** How many things a reason names. */
const most = 3;

const some = (names: readonly string[]): string =>
  names.length > most ? `${names.slice(0, most).join(", ")} and ${names.length - most} more` : names.join(", ");

function dollars(usd: number, signed = false): string {
  const amount = Math.abs(usd).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const sign = usd < 0 ? "-" : signed && usd > 0 ? "+" : "";
  return `${sign}${amount} USD`;
}
