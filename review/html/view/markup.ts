import { visible } from "../../diff/scalars";
import { attributesOf, type Child } from "./node";

const empty = new Set(["meta", "input", "br"]);
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** `text` as it may stand in markup, between quotes too. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");

/** Markup of `child`. Whatever stands in texts and attributes is escaped, and what is invisible in them is shown. */
export function markup(child: Child): string {
  const parts: string[] = [];
  write(child, parts);
  return parts.join("");
}

function write(child: Child, parts: string[]): void {
  if (child === undefined || child === false) return;
  if (typeof child === "string") {
    parts.push(escaped(visible(child)));
  } else if (isList(child)) {
    for (const one of child) write(one, parts);
  } else {
    parts.push(`<${child.tag}`);
    for (const [name, value] of attributesOf(child, visible)) parts.push(` ${name}="${escaped(value)}"`);
    parts.push(">");
    if (empty.has(child.tag)) return;
    for (const one of child.children) write(one, parts);
    parts.push(`</${child.tag}>`);
  }
}

const isList = (child: Child): child is readonly Child[] => Array.isArray(child);
