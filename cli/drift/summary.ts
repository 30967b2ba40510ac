import { colors } from "../report/colors";
import { alignColumns, duration, plural } from "../report/words";
import type { DriftResult, PropertyDrift, ResourceDrift, StackDrift } from "./result";

/** Letters of a value that are shown before it is cut. */
const shownLetters = 80;

interface SummaryOptions {
  /** Whether values are shown whole. */
  verbose: boolean;
}

/** What a person reads after the run: the dangerous first, then failures, a table of the stacks, and what to do. */
export function driftSummary(run: DriftResult, options: SummaryOptions): string {
  const blocks = [found(run.stacks, options), said(run.stacks), table(run), run.accepted ? accepted(run) : advice(run)];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function found(stacks: StackDrift[], options: SummaryOptions): string[] {
  const all = stacks.flatMap(({ stack, drift }) => drift.map((resource) => ({ stack, ...resource })));
  if (all.length === 0) return [];
  // Sorted within a stack already; here the dangerous of all stacks come first.
  const sorted = [...all.filter(({ danger }) => danger), ...all.filter(({ danger }) => !danger)];
  return [
    colors.bold(`Changed behind the program's back (${all.length})`),
    ...sorted.flatMap((each) => told(each, options)),
  ];
}

function told(
  { stack, kind, danger, type, name, id, components, status, properties }: ResourceDrift & { stack: string },
  options: SummaryOptions,
): string[] {
  const mark = (danger ? colors.red : colors.yellow)(kind);
  const where = components.length > 0 ? colors.dim(` in ${components.join(" › ")}`) : "";
  const fate = status === undefined ? "" : `  ${colors.red(status)}`;
  const width = Math.max(0, ...properties.map(({ path }) => path.length));
  return [
    `  ${mark}  ${stack}  ${type} ${colors.bold(name)}${where}${fate}  ${colors.dim(id)}`,
    ...properties.map((property) => `           ${property.path.padEnd(width)}  ${change(property, options)}`),
  ];
}

function change({ kind, recorded, actual }: PropertyDrift, { verbose }: SummaryOptions): string {
  const text = (value: unknown) => {
    if (value === undefined) return "(absent)";
    const json = JSON.stringify(value);
    return verbose || json.length <= shownLetters ? json : `${json.slice(0, shownLetters)}…`;
  };
  // Of a secret it is only known that it changed.
  if (recorded === undefined && actual === undefined) return kind;
  return `${text(recorded)} → ${text(actual)}`;
}

function said(stacks: StackDrift[]): string[] {
  return (["error", "warning", "info"] as const).flatMap((wanted) =>
    stacks.flatMap(({ stack, diagnostics }) =>
      diagnostics
        .filter(({ severity }) => severity === wanted)
        .map(({ severity, message }) => `${severity} ${stack}: ${message.replaceAll("\n", "\n  ")}`),
    ),
  );
}

function table(run: DriftResult): string[] {
  const number = (n: number) => (n === 0 ? "·" : String(n));
  const { totals } = run;
  const of = (drift: ResourceDrift[], kind: ResourceDrift["kind"]) =>
    number(drift.filter((resource) => resource.kind === kind).length);
  const rows = [
    ["stack", "result", "read", "changed", "deleted", "time"],
    ...run.stacks.map((s) => [
      s.stack,
      s.result,
      number(s.resources),
      of(s.drift, "changed"),
      of(s.drift, "deleted"),
      duration(s.durationMs),
    ]),
    ["", "", number(totals.resources), number(totals.changed), number(totals.deleted), duration(totals.durationMs)],
  ];
  return alignColumns(rows);
}

/** How to undo and how to accept, by environment: `up` on accounts takes one. */
function advice({ stacks, sandbox }: DriftResult): string[] {
  const drifted = stacks.filter(({ result }) => result === "drifted");
  if (drifted.length === 0) return [];
  const option = sandbox ? " --sandbox" : "";
  const lines = [...new Set(drifted.map(({ environment }) => environment))].flatMap((environment) => {
    const names = drifted.filter((stack) => stack.environment === environment).map(({ stack }) => stack);
    return [
      `  undo:    npx foundation up ${names.join(" ")} --refresh${option}`,
      `  accept:  npx foundation drift ${names.join(" ")} --accept${option}, and make the program say the same:`,
    ];
  });
  const resources = drifted.flatMap(({ drift }) => drift);
  return [
    colors.bold("What to do"),
    ...lines,
    "           what it still says otherwise comes back with the next up; what is deleted is made again",
    ...byHand(resources),
    ...keptKeys(resources, sandbox),
  ];
}

/** What no program sets, no program brings back. */
function byHand(resources: ResourceDrift[]): string[] {
  const loose = resources.flatMap(({ id, properties }) =>
    properties.filter(({ managed }) => !managed).map(({ path }) => `${id} ${path}`),
  );
  if (loose.length === 0) return [];
  return [
    `  by hand: ${plural(loose.length, "property", "properties")} that no program sets; up leaves it in the cloud and records it, so change it first:`,
    ...loose.map((line) => `           ${line}`),
  ];
}

function keptKeys(resources: ResourceDrift[], sandbox: boolean): string[] {
  if (sandbox) return [];
  return resources
    .filter(({ status }) => status === "PendingDeletion")
    .map(
      ({ id }) =>
        `  keep:    aws kms cancel-key-deletion --key-id ${id}, then aws kms enable-key --key-id ${id}; up would make a new key`,
    );
}

const accepted = ({ stacks }: DriftResult): string[] => [
  `The states of ${stacks
    .filter(({ drift }) => drift.length > 0)
    .map(({ stack }) => stack)
    .join(" and ")} record this now. Make the program say the same: the next up takes back what it says otherwise.`,
];
