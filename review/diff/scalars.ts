import { isHidden, type Shown } from "../model/values";

/** What has no glyph of its own, or changes how its neighbours are read: shown as its code, so that nothing hides in a diff. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** `text` with everything in it to be seen, on one line. */
export const visible = (text: string): string => text.replace(invisible, codeOf);

function codeOf(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\t") return "\\t";
  if (character === "\r") return "\\r";
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Characters of one value before the rest of it is counted. */
const width = 160;
/** Characters before the first difference of two long texts. */
const lead = 40;

/** `text` from `from` on, as much as a line takes, with what is left out counted. */
export function windowOf(text: string, from = 0): string {
  if (text.length <= width && from === 0) return visible(text);
  const end = from + width;
  const left = text.length - end;
  const before = from > 0 ? `(${counted(from)} characters) … ` : "";
  const behind = left > 0 ? ` … (${counted(left)} more characters)` : "";
  return `${before}${visible(text.slice(from, end))}${behind}`;
}

/** Where to begin so that two long texts are not cut before they differ. */
export function differenceOf(before: string, after: string): number {
  if (before.length <= width && after.length <= width) return 0;
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  return same > width - lead ? same - lead : 0;
}

export const counted = (count: number): string => count.toLocaleString("en-US");

/** Texts that are read as themselves without quotes. */
const plain =
  /^[\p{L}\p{N}_./*@$+%=~(<^-](?:[\p{L}\p{N}_./*@$+%=~,;:()<>^!?'&| -]*[\p{L}\p{N}_./*@$+%=~,;()<>^!?'&-])?$/u;
const otherwiseRead = /^(true|false|null|yes|no|on|off|~|-|[-+]?[\d.][\d_.]*(e[-+]?\d+)?|0x[\da-f]+)$|: |^- |^\(/i;

/** A value of one line as YAML would have it. */
export function scalar(value: Exclude<Shown, readonly Shown[]>): string {
  if (typeof value === "string") return quoted(value);
  if (!isHidden(value)) return typeof value === "object" && value !== null ? "{}" : String(value);
  return value.$ === "long" ? `${quoted(value.start)} ${hiddenText(value)}` : hiddenText(value);
}

/** A text, in quotes where it could be read as something else; from `from` on. */
export function quoted(text: string, from = 0): string {
  const shown = windowOf(text, from);
  if (shown !== text) return `"${shown}"`;
  return plain.test(text) && !otherwiseRead.test(text) ? text : JSON.stringify(text);
}

/** What is told of a value that is not shown. */
export function hiddenText(value: Shown): string {
  const { $, hash, characters } = value as Readonly<Record<string, Shown>>;
  const sum = typeof hash === "string" && hash !== "" ? `, sha256 ${visible(hash.slice(0, 12))}` : "";
  if ($ === "secret") return "(secret)";
  if ($ === "unknown") return "(known after apply)";
  if ($ === "file") return `(file${sum})`;
  return $ === "long" ? `(${counted(Number(characters))} characters in all${sum})` : "(not shown)";
}

export const keyText = (key: string): string => (/^[\w.$/@-]+$/.test(key) ? windowOf(key) : `"${windowOf(key)}"`);
