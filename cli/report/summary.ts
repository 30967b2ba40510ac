import { colors } from "./colors";
import { paint } from "./progress";
import type { Diagnostic, ExceptionResult, PolicyFinding, ResourceChange, RunResult, StackResult } from "./result";
import { standardLines } from "./standard";
import { alignColumns, duration, plural } from "./words";

/** Findings of one rule that are shown before the rest is counted. */
const shownPerRule = 3;
/** Deletions and replacements that are shown before the rest is counted. */
const shownDangers = 30;

/** What a person reads after the run: the dangerous first, then findings, errors, and a table of the stacks. */
export function summary(run: RunResult, { verbose }: { verbose: boolean }): string {
  const blocks = [
    dangers(run.stacks, verbose),
    findings(run.stacks, verbose),
    exceptions(run),
    said(run.stacks),
    [...table(run), ...standardLines(run.standard).map((line) => colors.dim(line))],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

/** Deletions and replacements, with the property that forces a replacement; a stack that goes as a whole is one line. */
function dangers(stacks: StackResult[], verbose: boolean): string[] {
  const lost = ({ op }: ResourceChange) => op === "delete" || op === "replace";
  const whole = ({ resources }: StackResult) => resources.length > 1 && resources.every(({ op }) => op === "delete");
  const lines = stacks.flatMap((stack) => {
    if (whole(stack) && !verbose)
      return [`  ${colors.red("delete ")} ${stack.stack}  all ${stack.resources.length} resources`];
    return stack.resources.filter(lost).map(({ op, type, name, replaceKeys }) => {
      const why = op === "replace" && replaceKeys.length > 0 ? ` because of ${replaceKeys.join(", ")}` : "";
      return `  ${colors.red(op.padEnd(7))} ${stack.stack}  ${type} ${colors.bold(name)}${why}`;
    });
  });
  if (lines.length === 0) return [];
  const count = stacks.flatMap(({ resources }) => resources.filter(lost)).length;
  const shown = verbose ? lines : lines.slice(0, shownDangers);
  const rest = lines.length - shown.length;
  const more = rest > 0 ? [`  … and ${rest} more; --verbose shows all`] : [];
  return [colors.bold(`Deleted or replaced (${count})`), ...shown, ...more];
}

/** Findings by rule, those that stop a deployment first. */
export function findings(stacks: readonly Pick<StackResult, "stack" | "policies">[], verbose: boolean): string[] {
  const all = stacks.flatMap((stack) => stack.policies.map((finding) => ({ ...finding, stack: stack.stack })));
  if (all.length === 0) return [];
  const byRule = groupBy(all, (f) => f.rule);
  const rank = (level: PolicyFinding["level"]) => (level === "mandatory" ? 0 : 1);
  const groups = [...byRule].sort(([, [a]], [, [b]]) => rank(a?.level ?? "advisory") - rank(b?.level ?? "advisory"));
  const lines = groups.flatMap(([rule, list]) => {
    const level = list[0]?.level ?? "advisory";
    const head = `  ${level === "mandatory" ? colors.red(level) : colors.yellow(level)} ${colors.bold(rule)} ${colors.dim(list[0]?.severity ?? "")}`;
    const shown = verbose ? list : list.slice(0, shownPerRule);
    const rest = list.length - shown.length;
    const items = shown.map((f) => `    ${f.stack} ${nameOf(f.urn)}: ${f.message}`);
    return [head, ...items, ...(rest > 0 ? [`    … and ${rest} more; --verbose shows all`] : [])];
  });
  return [colors.bold(`Policies (${plural(all.length, "finding")})`), ...lines];
}

/** Exceptions that no longer say what they were written for; those in use stand with their findings. */
export function exceptions({ exceptions: all }: { exceptions: ExceptionResult[] }): string[] {
  const said = { refused: "is expired or malformed", unused: "is used by no finding: remove it" } as const;
  return all.flatMap(({ position, rule, resource, owner, state }) =>
    state === "refused" || state === "unused"
      ? [`${colors.yellow("exception")} ${position} (${rule}, ${resource}, ${owner}) ${said[state]}`]
      : [],
  );
}

function groupBy<T>(items: T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

const marks: Record<Diagnostic["severity"], string> = {
  error: colors.red("error"),
  warning: colors.yellow("warning"),
  info: colors.dim("info"),
};

/** What was said while the stacks ran, errors first. */
function said(stacks: StackResult[]): string[] {
  return (["error", "warning", "info"] as const).flatMap((wanted) =>
    stacks.flatMap(({ stack, diagnostics }) =>
      diagnostics
        .filter(({ severity }) => severity === wanted)
        .map(({ urn, message }) => {
          const where = urn === "" ? "" : ` ${nameOf(urn)}`;
          return `${marks[wanted]} ${stack}${where}: ${message.replaceAll("\n", "\n  ")}`;
        }),
    ),
  );
}

function table(run: RunResult): string[] {
  const number = (n: number) => (n === 0 ? "·" : String(n));
  const cells = (c: StackResult["changes"]) => [c.create, c.update, c.replace, c.delete, c.same].map(number);
  const rows = [
    ["stack", "result", "create", "update", "replace", "delete", "same", "time"],
    ...run.stacks.map((s) => [s.stack, s.result, ...cells(s.changes), duration(s.durationMs)]),
    ["", plural(run.totals.resources, "resource"), ...cells(run.totals), duration(run.totals.durationMs)],
  ];
  return alignColumns(rows, (row, index) => {
    const stack = run.stacks[index - 1];
    if (stack === undefined) return row.map((cell) => colors.dim(cell));
    return row.map((cell, column) => (column === 1 ? cell.replace(stack.result, paint(stack.result)) : cell));
  });
}

const nameOf = (urn: string): string => urn.split("::").at(-1) ?? urn;
