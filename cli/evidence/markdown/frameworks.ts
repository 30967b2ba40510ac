import { plural } from "../../report/words";
import type { ControlEvidence, ControlState, FrameworkEvidence } from "../schema";
import { controlStates } from "../schema";
import { resultCells, resultHeaders } from "./results";
import { escaped, table } from "./text";

const headings: Record<ControlState, string> = {
  violated: "violated",
  crashed: "rule crashed",
  excepted: "excepted",
  "no-findings": "no findings",
  "not-evaluated": "not evaluated",
  "no-resource": "no such resource",
  disabled: "disabled",
  "no-rule": "no rule",
};

/** Why automation here shows nothing of a control. */
const reasons = {
  "not-evaluated": "What decides is unknown before deployment",
  "no-resource": "No resource of a kind that its rules judge",
  disabled: "Its rules are switched off for these stacks",
  "no-rule": "No rule supports it",
} as const satisfies Partial<Record<ControlState, string>>;
const silent = Object.keys(reasons) as (keyof typeof reasons)[];

const isShown = ({ state }: ControlEvidence): boolean => !silent.some((one) => one === state);

/** How many controls of each framework are in which state. */
export function summaryTable(frameworks: readonly FrameworkEvidence[]): string {
  return table(
    ["framework", "controls", ...controlStates.map((state) => headings[state])],
    frameworks.map(({ title, controls, totals }) => [
      ...[escaped(title), controls.length],
      ...controlStates.map((state) => totals[state]),
    ]),
  );
}

/** One framework, control by control, and the controls of which nothing is shown. */
export function frameworkSection(framework: FrameworkEvidence): string[] {
  const { title, url, source, controls } = framework;
  const shown = controls.filter(isShown);
  return [
    `## ${escaped(title)}`,
    `<${url}>. List of controls: ${escaped(source)}`,
    `### Controls of which something is shown (${shown.length} of ${controls.length})`,
    ...(shown.length === 0 ? ["None."] : shown.flatMap(controlSection)),
    `### What automation here does not show (${controls.length - shown.length} of ${controls.length})`,
    ...silent.flatMap((state) => silentLine(framework, state)),
  ];
}

function controlSection({ id, title, state, rules, results, environments, stacks }: ControlEvidence): string[] {
  const name = title === undefined ? escaped(id) : `${escaped(id)} ${escaped(title)}`;
  return [
    `#### ${name}`,
    `State: ${headings[state]}. Supported by ${rules.map(escaped).join(", ")}.`,
    table(
      ["resources of", ...resultHeaders],
      [
        ...Object.entries(stacks).map(([stack, own]) => [`stack ${escaped(stack)}`, ...resultCells(own)]),
        ...Object.entries(environments).map(([one, own]) => [`environment ${escaped(one)}`, ...resultCells(own)]),
        ["all", ...resultCells(results)],
      ],
    ),
  ];
}

function silentLine({ controls }: FrameworkEvidence, state: keyof typeof reasons): string[] {
  const ids = controls.filter((control) => control.state === state).map(({ id }) => escaped(id));
  return ids.length === 0 ? [] : [`${reasons[state]} (${plural(ids.length, "control")}): ${ids.join(", ")}.`];
}
