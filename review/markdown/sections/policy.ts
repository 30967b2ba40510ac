import { plural } from "../../../cli/report/words";
import { counted } from "../../diff/scalars";
import type { Finding, Review } from "../../model/schema";
import type { Block, Forms } from "../budget";
import { leftOut } from "../changes";
import { code, text } from "../escape";
import { nameOf } from "../names";

type Found = Omit<Finding, "state">;

/** What the policies say: new, existing, excepted, fixed and not evaluated, those that stop a deployment first. */
export interface PolicyPart {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** What policies set before the provider saw it. */
  readonly remediated: Block;
}

export function policyPart(review: Review): PolicyPart {
  const { findings, fixed } = review;
  const of = (state: Finding["state"]) => findings.filter((finding) => finding.state === state);
  const states = (["new", "existing", "excepted"] as const).map((state) => [of(state).length, state] as const);
  const told = [...states, [fixed.length, "fixed"] as const].filter(([count]) => count > 0);
  const counts = told.map(([count, state]) => `${counted(count)} ${state}`).join(", ");
  return {
    title: counts === "" ? "Policies" : `Policies (${counts})`,
    blocks: [
      findingsBlock("New", of("new")),
      findingsBlock("There before", of("existing")),
      exceptedBlock(of("excepted")),
      exceptionsBlock(review.exceptions),
      findingsBlock("Fixed by this change", fixed, "✅ mandatory"),
      openBlock(review.notEvaluated),
    ],
    remediated: remediatedBlock(review.remediations),
  };
}

const head = (title: string, count: number): string => `<b>${title} (${counted(count)})</b>`;

/** Findings by rule. */
function findingsBlock(title: string, findings: readonly Found[], mandatory = "⛔ <b>mandatory</b>"): Block {
  const groups = grouped(
    [...findings].sort((a, b) => rank(a) - rank(b)),
    ({ rule, level }) => `${level} ${rule}`,
  );
  return {
    head: head(title, findings.length),
    items: groups.map((group) => findingForms(group, mandatory)),
    rest: (from) => leftOutFindings(groups.slice(from).flat()),
  };
}

const severities = ["critical", "high", "medium", "low"];
const rank = ({ level, severity }: Found): number =>
  (level === "mandatory" ? 0 : 10) + (severities.includes(severity) ? severities.indexOf(severity) : severities.length);

/** Resources of one rule that are named before the rest is counted. */
const mostNamed = 25;

function findingForms(group: readonly Found[], mandatory: string): Forms {
  const [first] = group;
  if (first === undefined) return [];
  const { rule, level, severity } = first;
  const start = `- ${level === "mandatory" ? mandatory : "advisory"}${severity && ` · ${text(severity, 20)}`} · ${code(rule)}`;
  const line = ({ urn, stack, message }: Found) => `${code(nameOf(urn))} in ${code(stack)}: ${text(message)}`;
  if (group.length === 1) return [() => `${start} · ${line(first)}`];
  const named = () => group.slice(0, mostNamed).map((finding) => `  - ${line(finding)}`);
  const left = group.length - mostNamed;
  return [
    () => `${start} · ${counted(group.length)} findings, the first: ${line(first)}`,
    () => [start, ...named(), ...(left > 0 ? [`  - ${leftOut(plural(left, "finding"))}`] : [])].join("\n"),
  ];
}

function leftOutFindings(findings: readonly Found[]): string {
  const mandatory = findings.filter(({ level }) => level === "mandatory").length;
  const kinds = [
    mandatory > 0 ? `${counted(mandatory)} mandatory` : "",
    mandatory < findings.length ? `${counted(findings.length - mandatory)} advisory` : "",
  ];
  return findings.length === 0
    ? ""
    : leftOut(plural(findings.length, "finding"), kinds.filter((kind) => kind !== "").join(", "));
}

/** The next to expire first. */
function exceptedBlock(findings: readonly Finding[]): Block {
  const sorted = [...findings].sort((a, b) => (a.exception?.daysLeft ?? 0) - (b.exception?.daysLeft ?? 0));
  return {
    head: head("Accepted by exceptions", findings.length),
    items: sorted.map(({ rule, urn, stack, exception }) => [
      () => {
        const { owner = "", daysLeft = 0, expires = "", ticket = "", reason = "" } = exception ?? {};
        const until = `${plural(daysLeft, "day")} left (${text(expires, 20)})`;
        return `- ${code(rule)} · ${code(nameOf(urn))} in ${code(stack)}: ${until}, ${text(owner, 60)}, ${text(ticket, 60)}: ${text(reason)}`;
      },
    ]),
    rest: (from) => leftOutFindings(sorted.slice(from)),
  };
}

function openBlock(notEvaluated: Review["notEvaluated"]): Block {
  const rules = grouped(notEvaluated, ({ rule }) => rule);
  const resources = notEvaluated.reduce((sum, one) => sum + one.resources, 0);
  return {
    folded: `${plural(rules.length, "rule")} could not be evaluated before deployment, for ${plural(resources, "resource")} in all`,
    items: rules.map((group) => [
      () =>
        `- ${code(group[0]?.rule ?? "")}: ${group
          .map(({ stack, resources: count }) => `${counted(count)} in ${code(stack)}`)
          .slice(0, 10)
          .join(", ")}${group.length > 10 ? `, ${leftOut(plural(group.length - 10, "stack"))}` : ""}`,
    ]),
    rest: (from) => leftOut(`${plural(rules.length - from, "rule")} that could not be evaluated`),
  };
}

const exceptionStates = { refused: "is expired or malformed", unused: "is used by no finding: remove it" } as const;

/** Exceptions that no longer say what they were written for. */
function exceptionsBlock(exceptions: Review["exceptions"]): Block {
  const found = exceptions.flatMap((one) =>
    one.state === "refused" || one.state === "unused" ? [{ ...one, state: one.state }] : [],
  );
  return {
    head: head("Exceptions to look at", found.length),
    items: found.map(({ position, rule, resource, owner, state }) => [
      () => `- exception ${position} (${code(rule)}, ${code(resource)}, ${text(owner, 60)}) ${exceptionStates[state]}`,
    ]),
    rest: (from) => leftOut(plural(found.length - from, "exception")),
  };
}

function remediatedBlock(remediations: Review["remediations"]): Block {
  return {
    items: remediations.map(({ rule, urn, stack, paths }) => [
      () => {
        const named = paths.slice(0, 5).map((path) => code(path));
        const left = paths.length - named.length;
        const what = `${named.join(", ")}${left > 0 ? `, ${leftOut(plural(left, "property", "properties"))}` : ""}`;
        return `- ${code(rule)} sets ${what} of ${code(nameOf(urn))} in ${code(stack)}`;
      },
    ]),
    rest: (from) => leftOut(plural(remediations.length - from, "remediation")),
  };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}
