import { readFileSync } from "node:fs";
import { driftResultSchema, type ResourceDrift, type StackDrift } from "../../cli/drift/result";
import { WrongUse } from "../../cli/errors";
import { table } from "../../cli/evidence/markdown/text";
import { plural } from "../../cli/report/words";
import { text } from "../../review/markdown/escape";
import type { IssueText } from "./issue";

export const driftMarker = "<!-- foundation-drift";

/** Letters of the rows that an issue shows; 65,536 are the most that GitHub takes of all. */
const shownLetters = 50_000;

/** The stacks of the results in `files`. @throws WrongUse naming each file that is none. */
export function stacksIn(files: readonly string[]): StackDrift[] {
  const read = files.map((file) => {
    try {
      return driftResultSchema.parse(JSON.parse(readFileSync(file, "utf8"))).stacks;
    } catch (error) {
      return `${file} is no result of foundation drift --json: ${error instanceof Error ? error.message : error}`;
    }
  });
  const wrong = read.filter((one) => typeof one === "string");
  if (wrong.length > 0) throw new WrongUse(wrong.join("\n"));
  return read.flatMap((one) => (typeof one === "string" ? [] : one));
}

/** What an issue says of drift; undefined where all stacks could be read and none has any. */
export function driftText(stacks: readonly StackDrift[]): IssueText | undefined {
  const drifted = stacks.flatMap(({ stack, drift }) => drift.map((resource) => ({ stack, ...resource })));
  const unread = stacks.filter(({ result }) => result === "failed" || result === "cancelled");
  if (drifted.length === 0 && unread.length === 0) return undefined;
  const sorted = [...drifted.filter(({ danger }) => danger), ...drifted.filter(({ danger }) => !danger)];
  const rows = firstRows(sorted);
  const rest = sorted.length - rows.length;
  const environments = [...new Set([...drifted, ...unread].map(({ stack }) => environmentOf(stacks, stack)))];
  const body = [
    `${driftMarker} -->`,
    drifted.length > 0
      ? `The clouds are not as the states record them: ${plural(drifted.length, "resource")} changed behind the program's back.`
      : "Nothing is known to have changed, but not everything could be read.",
    ...(unread.length > 0 ? [`Not read: ${unread.map(({ stack }) => said(stack)).join(", ")}; see the run.`] : []),
    ...(rows.length > 0 ? [table(["", "stack", "type", "name", "ID", "properties"], rows)] : []),
    ...(rest > 0 ? [`And ${plural(rest, "other")}: see the run.`] : []),
    ...environments.map(
      (name) =>
        `${said(name)}: undo with \`npx foundation up ${name} --refresh\`, or accept with \`npx foundation drift ${name} --accept\` and make the program say the same.`,
    ),
    "Values are in the run's summary and not here. This issue is updated every night, and closed once nothing is found.",
  ];
  return { title: `Drift in ${environments.join(", ")}`, body: body.join("\n\n") };
}

function firstRows(found: readonly (ResourceDrift & { stack: string })[]): string[][] {
  const rows: string[][] = [];
  let letters = 0;
  for (const { stack, kind, danger, type, name, id, properties } of found) {
    const paths = properties.slice(0, 10).map(({ path }) => said(path));
    const row = [danger ? `**${kind}**` : kind, said(stack), said(type), said(name), said(id), paths.join(", ")];
    letters += row.join(" | ").length + 4;
    if (letters > shownLetters) break;
    rows.push(row);
  }
  return rows;
}

const environmentOf = (stacks: readonly StackDrift[], name: string) =>
  stacks.find(({ stack }) => stack === name)?.environment ?? name;

/** What somebody named, which here must neither be Markdown nor call anybody. */
const said = (name: string) => text(name, 100);
