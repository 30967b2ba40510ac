import { colors } from "./colors";
import type { RunResult, StackResult } from "./result";
import { plural } from "./words";

/** Kinds of resources that are named before the rest is counted. */
const shownKinds = 6;

/** What an `up` has made, in words, and where to look next. */
export function made(run: RunResult): string {
  const environment = run.stacks[0]?.environment ?? "";
  const last = run.stacks.at(-1)?.stack ?? "";
  const [title, option, pulumi] = run.sandbox
    ? ["Made in the sandbox; AWS was not touched", " --sandbox", "npx foundation sandbox exec -- pulumi"]
    : ["Made", "", "pulumi"];
  return [
    colors.bold(title),
    ...run.stacks.map((stack) => `  ${stack.stack}: ${kinds(stack)}`),
    "",
    colors.bold("Where to look next"),
    `  ${pulumi} stack output --stack ${last}`,
    `  stacks/environments/${environment}.yaml: change something, then npx foundation preview ${environment}${option}`,
    `  npx foundation preview${option}: every environment`,
  ].join("\n");
}

/** `9 Subnet, 1 Vpc, … and 7 more`, of what exists now: cloud resources only, the most numerous first. */
function kinds({ resources }: StackResult): string {
  const counts = new Map<string, number>();
  for (const { type, op } of resources) {
    const kind = type.split(":").at(-1) ?? type;
    const isCloud = type.startsWith("aws:") || type.startsWith("kubernetes:");
    if (isCloud && op !== "delete") counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const named = sorted.slice(0, shownKinds).map(([kind, count]) => `${count} ${kind}`);
  const rest = sorted.slice(shownKinds).reduce((sum, [, count]) => sum + count, 0);
  return [...named, ...(rest > 0 ? [`and ${plural(rest, "other")}`] : [])].join(", ");
}
