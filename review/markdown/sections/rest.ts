import { counted } from "../../diff/scalars";
import type { Change } from "../../model/schema";
import { countedOps } from "../../verdict/counts";
import type { Block, Forms } from "../budget";
import { changeHead, churnWords, foldedDiff, leftOutChanges, propertyCount } from "../changes";
import { code } from "../escape";

/** What no risk is known of, by component. */
export function restBlock(changes: readonly Change[]): Block {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = groupOf(change);
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  const sorted = [...groups.values()];
  const order = sorted.flat();
  return {
    items: sorted.flatMap((group) =>
      group.map((change, at) => (at === 0 ? headed(headOf(group), forms(change)) : forms(change))),
    ),
    rest: (from) => leftOutChanges(order.slice(from)),
  };
}

const groupOf = ({ stack, component: [outermost] }: Change): string =>
  JSON.stringify([stack, outermost?.type, outermost?.name]);

function headOf(group: readonly Change[]): string {
  const [{ stack = "", component: [outermost] = [] } = {}] = group;
  const what = outermost
    ? `${code(outermost.name)} ${code(outermost.type)} in ${code(stack)}`
    : `In ${code(stack)}, in no component`;
  return `<b>${what}</b>: ${countedOps(group)}`;
}

const headed = (head: string, all: Forms): Forms => all.map((make) => () => `${head}\n\n${make()}`);

function forms(change: Change): Forms {
  const head = () => changeHead(change, "without stack");
  const count = propertyCount(change.diff.length);
  const line = () => `- ${head()}${change.diff.length > 0 ? ` · ${count}` : ""}`;
  return change.diff.length > 0 ? [line, () => foldedDiff(change, `${head()} · ${count}`)] : [line];
}

/** What means nothing, folded. */
export function churnBlock(changes: readonly Change[]): Block {
  return {
    folded: "Hashes, order, secrets, and what is not known yet",
    items: changes.map((change) => [() => `- ${changeHead(change, "with stack")}`]),
    rest: (from) => leftOutChanges(changes.slice(from)),
  };
}

/** `3 only a hash, 1 only the order`. */
export function churnKinds(changes: readonly Change[]): string {
  const kinds = new Map<string, number>();
  for (const { churn } of changes) if (churn) kinds.set(churnWords[churn], (kinds.get(churnWords[churn]) ?? 0) + 1);
  return [...kinds].map(([kind, count]) => `${counted(count)} ${kind}`).join(", ");
}
