import { plural } from "../cli/report/words";
import { counted, visible } from "./diff/scalars";
import type { Change, Review, Risk, Section } from "./model/schema";
import { type Counts, changed, countedOps, countsByStack, totalOf } from "./verdict/counts";
import { countedNoun, nounOf } from "./verdict/nouns";

/** What a whole review comes to. */
export interface Verdict {
  /**
   * failed: of some stack nobody knows what would change. danger: data, access or what runs is at risk, or something stops it. attention:
   * a reviewer should look at it. routine: nothing of that. nothing: nothing changes.
   */
  readonly level: "failed" | "danger" | "attention" | "routine" | "nothing";
  /** One sentence, the worst first; plain text in which names may be anything that can be seen. */
  readonly line: string;
  /** What the line says one after another. */
  readonly parts: readonly string[];
  readonly counts: Counts;
}

/** One part of the line. */
interface Said {
  readonly level: Verdict["level"];
  readonly text: string;
}

/** The verdict on a review; it depends on nothing else. */
export function verdictOf(review: Review): Verdict {
  const counts = totalOf(countsByStack(review).values());
  const said = [
    ...failed(review),
    ...data(review),
    ...access(review),
    ...availability(review),
    ...findings(review),
    ...gates(review),
    ...cost(review),
  ];
  const worst = levels.find((level) => said.some((one) => one.level === level)) ?? "nothing";
  const calm = worst === "routine" || worst === "nothing";
  const texts = [...(calm ? [ordinary(review)] : []), ...said.map(({ text }) => text)];
  return {
    level: calm ? levelOfCounts(counts) : worst,
    line: capitalised(texts.join("; ")),
    parts: texts.map(capitalised),
    counts,
  };
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Of a review in which no risk is known. */
function levelOfCounts(counts: Counts): Verdict["level"] {
  if (counts.delete + counts.replace > 0) return "attention";
  return changed(counts) > 0 ? "routine" : "nothing";
}

const levels = ["failed", "danger", "attention", "routine"] as const;

function failed({ stacks }: Review): Said[] {
  const open = stacks.filter(({ result }) => result !== "succeeded" && result !== "violated");
  if (open.length === 0) return [];
  const names = some(open.map(({ stack, result }) => `${stack} ${result}`));
  const count = `${open.length} of ${plural(stacks.length, "stack")}`;
  return [
    { level: "failed", text: `${count} could not be previewed, so what they would change is not known (${names})` },
  ];
}

/** Risks that make a reviewer look: neither small ones nor those that an environment ignores. */
const counts = (risk: Risk, section: Section): boolean =>
  risk.section === section && risk.level !== "low" && risk.ignored !== true;

function touched({ changes }: Review, section: Section): { change: Change; risk: Risk }[] {
  return changes.flatMap((change) => {
    const risk = change.risks.find((one) => counts(one, section));
    return risk ? [{ change, risk }] : [];
  });
}

const levelOf = (found: readonly { readonly risk: Risk }[]): Verdict["level"] =>
  found.some(({ risk }) => risk.level === "critical" || risk.level === "high") ? "danger" : "attention";

/** Kinds of losses that are told before the rest is counted. */
const mostLosses = 3;

function data(review: Review): Said[] {
  const found = touched(review, "data");
  if (found.length === 0) return [];
  const groups = new Map<string, { noun: string; fate: Fate; names: string[] }>();
  for (const { change, risk } of found) {
    const [noun, fate] = [nounOf(change.type), fateOf(change, risk)];
    const group = groups.get(`${fate} ${noun}`) ?? { noun, fate, names: [] };
    groups.set(`${fate} ${noun}`, group);
    group.names.push(change.name);
  }
  const told = [...groups.values()].slice(0, mostLosses);
  const texts = told.map(({ noun, fate, names }) => {
    const [words, many] = fates[fate];
    return `${countedNoun(names.length, noun)} ${names.length === 1 ? words : many} (${some(names)})`;
  });
  const rest = found.length - told.reduce((sum, { names }) => sum + names.length, 0);
  if (rest > 0) texts.push(`data of ${plural(rest, "other resource")} at risk`);
  return [{ level: levelOf(found), text: texts.join("; ") }];
}

const fates = {
  replaced: ["would be replaced and its data lost", "would be replaced and their data lost"],
  deleted: ["would be deleted with its data", "would be deleted with their data"],
  emptied: [
    "would be replaced and what it holds for a while lost",
    "would be replaced and what they hold for a while lost",
  ],
  dropped: ["would be deleted with what it holds for a while", "would be deleted with what they hold for a while"],
  left: ["would be left in the cloud, managed by nobody", "would be left in the cloud, managed by nobody"],
  touched: ["would change with a risk for its data", "would change with a risk for their data"],
} as const;
type Fate = keyof typeof fates;

function fateOf({ op, retainOnDelete }: Change, { id }: Risk): Fate {
  if (op !== "replace" && op !== "delete" && op !== "forget") return "touched";
  if (retainOnDelete || op === "forget") return "left";
  const transient = id.startsWith("transient");
  if (op === "replace") return transient ? "emptied" : "replaced";
  return transient ? "dropped" : "deleted";
}

function access(review: Review): Said[] {
  const found = touched(review, "access");
  if (found.length === 0) return [];
  const names = some(found.map(({ change }) => change.name));
  return [{ level: levelOf(found), text: `${plural(found.length, "change")} would widen access (${names})` }];
}

function availability(review: Review): Said[] {
  // That what is lost is not there either is said already.
  const found = touched(review, "availability").filter(
    ({ change }) => !change.risks.some((risk) => counts(risk, "data")),
  );
  if (found.length === 0) return [];
  const names = some(found.map(({ change }) => change.name));
  return [{ level: levelOf(found), text: `${plural(found.length, "change")} could interrupt what runs (${names})` }];
}

function findings({ findings: all }: Review): Said[] {
  const mandatory = all.filter(({ level, state }) => level === "mandatory" && state !== "excepted");
  const advice = all.filter(({ level, state }) => level === "advisory" && state === "new");
  const fresh = mandatory.filter(({ state }) => state === "new").length;
  const age = fresh === mandatory.length ? "new " : fresh === 0 ? "existing " : "";
  const of = age === "" ? `, ${fresh} of them new,` : "";
  const stops = mandatory.length === 1 ? "stops" : "stop";
  return [
    ...(mandatory.length === 0
      ? []
      : [
          said(
            "danger",
            `${plural(mandatory.length, `${age}mandatory finding`)}${of} ${stops} it (${some(rulesOf(mandatory))})`,
          ),
        ]),
    ...(advice.length === 0 ? [] : [said("attention", `${plural(advice.length, "new advisory finding")}`)]),
  ];
}

const said = (level: Said["level"], text: string): Said => ({ level, text });
const rulesOf = (found: readonly { readonly rule: string }[]): string[] => [...new Set(found.map(({ rule }) => rule))];

/** Those that say what is not said yet. */
function gates({ gates: all }: Review): Said[] {
  const closed = all.filter(({ gate, passed }) => !passed && (gate === "cost" || gate === "danger"));
  return [...new Set(closed.map(({ gate }) => gate))].map((gate) => {
    const where = some(closed.filter((one) => one.gate === gate).map(({ environment }) => environment));
    return said(
      "danger",
      gate === "cost" ? `more than the cost gate of ${where} allows` : `the danger gate of ${where} asks for approval`,
    );
  });
}

function cost({ cost: { before, after, gaps } }: Review): Said[] {
  const open = gaps.filter(({ changed: touches }) => touches).length;
  const without = open > 0 ? `, ${plural(open, "changed resource")} not priced` : "";
  const amount = money(after - before);
  if (amount === "$0")
    return open > 0 ? [said("routine", `cost not known: ${plural(open, "changed resource")} not priced`)] : [];
  return [said("routine", `${after > before ? "+" : "−"}${amount}/month${without}`)];
}

/** `$412`, `$0.40`; small amounts in cents. */
export function money(amount: number): string {
  const size = Math.abs(amount);
  if (size < 0.005) return "$0";
  return `$${size < 10 ? size.toFixed(2) : counted(Math.round(size))}`;
}

function ordinary({ changes, stacks }: Review): string {
  if (changes.length === 0) return `nothing would change in ${plural(stacks.length, "stack")}`;
  if (changes.every(({ churn }) => churn !== undefined)) return `only churn: ${plural(changes.length, "change")}`;
  return `no known danger: ${countedOps(changes)}`;
}

/** Names before the rest is counted. */
const mostNames = 3;
/** Characters of one. */
const longestName = 60;

function some(names: readonly string[]): string {
  const shown = names
    .slice(0, mostNames)
    .map((name) => visible(name.length > longestName ? `${name.slice(0, longestName)}…` : name));
  const rest = names.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${counted(rest)} more`] : [])].join(", ");
}
