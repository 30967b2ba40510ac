import { colors } from "../report/colors";
import { alignColumns } from "../report/words";
import type { Evidence } from "./schema";

/** How the frameworks stand, and where the evidence is, for the person who ran it. */
export function evidenceSummary({ frameworks, complete }: Evidence, files: readonly string[]): string {
  const rows = frameworks.map(({ title, controls, totals }) => {
    const { violated, crashed, excepted, "no-findings": clean } = totals;
    const silent = controls.length - violated - crashed - excepted - clean;
    return [title, "", ...[controls.length, violated + crashed, excepted, clean, silent].map(String)];
  });
  return [
    colors.bold("Controls that rules support"),
    ...alignColumns([["framework", "", "controls", "violated", "excepted", "no findings", "not shown"], ...rows]),
    "",
    ...(complete ? [] : [colors.yellow("The evidence is incomplete: not every stack could be judged.")]),
    colors.bold("Written"),
    ...files.map((file) => `  ${file}`),
  ].join("\n");
}
