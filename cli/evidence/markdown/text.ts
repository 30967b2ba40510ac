/**
 * Text from elsewhere, as Markdown that shows just that text: in a table, in a line, and without HTML or links.
 *
 * Line ends and what turns the direction of writing are shown as blanks, since they would tear a table or mislead.
 */
export function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\`*_{}[\]|~#!$]/g, "\\$&")
    .replaceAll("://", ":&#47;&#47;")
    .replace(/www\./gi, (found) => `${found.slice(0, 3)}&#46;`);
}

/** A table; its cells are Markdown already. Without rows it is `none`. */
export function table(
  headers: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  none = "None.",
): string {
  if (rows.length === 0) return none;
  return [headers, headers.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
