import { readFileSync } from "node:fs";
import { driftResultSchema, type StackDrift } from "../../cli/drift/result";
import { WrongUse } from "../../cli/errors";
import { escaped, table } from "../../cli/evidence/markdown/text";
import { plural } from "../../cli/report/words";
import type { IssueText } from "./issue";

export const driftMarker = "<!-- foundation-drift";

/** Rows that an issue shows; 65,536 letters are the most that GitHub takes. */
const shown = 100;

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
  const rows = sorted.slice(0, shown).map(({ stack, kind, danger, type, name, id, properties }) => [
    ...[danger ? `**${kind}**` : kind, said(stack), said(type), said(name), said(id)],
    properties
      .map(({ path }) => said(path))
      .slice(0, 10)
      .join(", "),
  ]);
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

const environmentOf = (stacks: readonly StackDrift[], name: string) =>
  stacks.find(({ stack }) => stack === name)?.environment ?? name;

/** What somebody named, which here must neither be Markdown nor call anybody. */
const said = (text: string) => escaped(text.slice(0, 200)).replaceAll("@", "&#64;");
