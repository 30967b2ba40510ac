import { counted } from "../../diff/scalars";
import type { Change, Risk, RiskLevel, Section, VpcNetwork } from "../../model/schema";
import { type Child, h, type Node } from "./node";

export { counted };

export const plural = (count: number, noun: string, many = `${noun}s`): string =>
  `${counted(count)} ${count === 1 ? noun : many}`;

export type Operation = Change["op"] | VpcNetwork["op"];

/** What an operation is called, and a sign for it, so that nothing is told by colour alone. */
export const operations: Readonly<Record<Operation, { word: string; sign: string }>> = {
  delete: { word: "Delete", sign: "−" },
  replace: { word: "Replace", sign: "±" },
  create: { word: "Create", sign: "+" },
  update: { word: "Update", sign: "~" },
  import: { word: "Import", sign: "↓" },
  forget: { word: "Forget", sign: "⊘" },
  read: { word: "Read", sign: "?" },
  same: { word: "Unchanged", sign: "·" },
};

export const operationBadge = (op: Operation): Node =>
  h(
    "span",
    { class: `op op-${op}` },
    h("span", { class: "sign", "aria-hidden": "true" }, operations[op].sign),
    operations[op].word,
  );

export const levelWords: Readonly<Record<RiskLevel, string>> = {
  critical: "Critical",
  high: "High",
  medium: "Medium",
  low: "Low",
};

export const sectionWords: Readonly<Record<Section, string>> = {
  data: "Data at risk",
  access: "Access widened",
  availability: "Availability",
};

/** How bad a risk is; one that the environment ignores says so. */
export const levelBadge = ({ level, ignored }: Pick<Risk, "level" | "ignored">): Node =>
  h("span", { class: `level level-${level}` }, ignored ? "Ignored" : levelWords[level]);

/** A name as somebody wrote it: it does not turn what stands around it. */
export const name = (text: string): Node => h("bdi", { class: "name" }, text);

export const code = (text: string): Node => h("code", {}, h("bdi", {}, text));

/** What is opened only on demand. */
export const folded = (summary: Child, ...children: readonly Child[]): Node =>
  h("details", {}, h("summary", {}, summary), h("div", { class: "folded" }, children));

/** The type and the name of a resource by its URN, for those that do not change. */
export function partsOf(urn: string): { stack: string; type: string; name: string } {
  const [start = "", , types = "", ...rest] = urn.split("::");
  return {
    stack: start.slice("urn:pulumi:".length),
    type: types.split("$").at(-1) ?? "",
    name: rest.join("::") || urn,
  };
}

/** `aws:rds/instance:Instance` as `rds Instance`. */
export function shortType(type: string): string {
  const [, module = "", kind = type] = type.split(":");
  const group = module.split("/")[0] ?? "";
  return group === "" || group === "index" ? kind : `${group} ${kind}`;
}
