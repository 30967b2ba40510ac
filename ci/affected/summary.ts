import { plural } from "../../cli/report/words";
import type { Affected } from "./result";

/** Reasons that are named for a stack before the others are only counted. */
const named = 5;

/** What a person reads: each stack with why, then what affects nothing. */
export function affectedSummary({ stacks, idle, gone }: Affected): string {
  const lines = stacks.flatMap(({ stack, reasons }) => [
    stack,
    ...reasons.slice(0, named).map(({ file, why }) => `  ${[file, why].filter(Boolean).join(" ")}`),
    ...(reasons.length > named ? [`  and ${plural(reasons.length - named, "other reason")}`] : []),
  ]);
  const none = stacks.length === 0 ? ["No stack is affected."] : [];
  const rest =
    idle.length > 0 ? [`${plural(idle.length, "changed file")} affect${idle.length === 1 ? "s" : ""} no stack`] : [];
  const left = gone.map(
    (name) =>
      `the file of ${name} is gone: its stacks stay as they are until foundation destroy ${name} is run from the base`,
  );
  return [...none, ...lines, ...rest, ...left].join("\n");
}
