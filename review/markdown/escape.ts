import { counted, visible } from "../diff/scalars";

// Whatever a user wrote gets into Markdown through these functions only. Entities, and not backslashes, since they are read as text in
// Markdown, in cells of tables and in HTML alike. GitHub looks for mentions, references and addresses in the text that comes of all
// that: only a character in between stops it, for which it is the zero-width space that other bots use.
const between = "&#8203;";

/** Of Markdown and HTML; `_` is one of them at the edges of words only, and what begins a block at the beginning only. */
const special = /[&<>"'`*[\]|~$\\#]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|^[-+=]|^\d+(?=[.)])/gu;

/** `@name`, `#12`, `GH-12` and addresses, behind what GitHub takes for them: the place to part them. */
const linked = /@(?=[\w-])|#(?=\d)|\bgh-(?=\d)|\bwww(?=\.)|:(?=\/\/)|\b(?:mailto|xmpp):/gi;

const entity = (character: string): string => `&#${character.codePointAt(0)};`;

/** Longest that is said of one thing: more of it is counted. */
const longest = 400;

/**
 * Text as it is, on one line: in a paragraph, a list, a cell of a table, or between HTML tags. What is invisible is shown as its code.
 *
 * @param most Characters before the rest is counted.
 */
export function text(value: string, most = longest): string {
  return escaped(value.trim().replace(/\s+/g, " "), most);
}

/** A name, a type or a path, as code; the same contexts as {@link text}. Blanks and line ends are seen. */
export const code = (value: string, most = 100): string => `<code>${escaped(value, most)}</code>`;

function escaped(value: string, most: number): string {
  const line = visible(value.slice(0, most));
  const rest = value.length > most ? ` … (${counted(value.length - most)} more characters)` : "";
  return line
    .replace(linked, (found) => `${found}\0`)
    .split("\0")
    .map((part) => part.replace(special, (found) => `${entity(found)}${found.slice(1)}`))
    .join(between)
    .concat(rest);
}

/** A block of code in the language `language`, behind a fence that nothing in it closes. Lines hold no line ends. */
export function fence(language: string, lines: readonly string[]): string {
  const body = lines.map(withoutEnds).join("\n");
  const longestRun = Math.max(2, ...(body.match(/`+/g) ?? []).map((run) => run.length));
  const mark = "`".repeat(longestRun + 1);
  return `${mark}${language}\n${body}\n${mark}`;
}

const withoutEnds = (line: string): string => line.replace(/[\r\n\u2028\u2029]/g, " ");

/** What stands in an HTML comment, which nothing in it ends. */
export const comment = (value: string): string =>
  `<!-- ${value
    .replace(/[^\w ./:]+/g, "-")
    .replace(/^[->]+|-+$/g, "")
    .slice(0, 200)} -->`;

/** What can be unfolded, behind what is to be seen of it; both are Markdown already, the first without blocks. */
export const fold = (summary: string, body: string): string =>
  `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;

/** The head of a table whose cells are Markdown already; a column of figures has a blank behind its name. */
export const tableHead = (headers: readonly string[]): string =>
  `${row(headers)}\n${row(headers.map((header) => (header.endsWith(" ") ? "--:" : "---")))}`;

export const row = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

/** A value of an attribute of HTML, with its quotes. */
export const attribute = (value: string): string => `"${visible(value).replace(/[&<>"'`*_[\]|~$\\#]/g, entity)}"`;

/** Where facts may come from that a report links to: nobody else can publish there. */
const trusted =
  /^https:\/\/(?:(?:[a-z\d-]+\.)*aws\.amazon\.com|pricing\.[a-z]{2}-[a-z]+-\d\.amazonaws\.com)\/[\w/.,%&=?#~-]*$/;

/** An address; a link where it is one of AWS's own. */
export const link = (url: string): string =>
  trusted.test(url) ? `<a href=${attribute(url)}>${text(url, 120)}</a>` : code(url, 120);
