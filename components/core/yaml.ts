import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument } from "yaml";

/** One mistake in a file that a person wrote. */
export interface FileIssue {
  /** The setting, e.g. network.cidr; empty for the file as a whole. */
  path: string;
  /** What is wrong, and what is allowed. */
  reason: string;
  /** Line of the file, from 1, where there is one. */
  line?: number | undefined;
}

/** An issue in one line, as editors find it. */
export function issueLine(file: string, { path, reason, line }: FileIssue): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return path === "" ? `${place} ${reason}` : `${place} ${path}: ${reason}`;
}

/** What a YAML text says, and where. */
export interface LocatedYaml {
  /** An empty object where the text is empty. */
  value: unknown;
  /** Why the text is no YAML. */
  issues: FileIssue[];
  /** Line of the setting at a path like network.zones.0, or of the nearest one around it that is there. */
  lineOf(path: string): number;
}

/** Reads YAML and keeps where its settings stand. */
export function readYaml(text: string): LocatedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const issues = document.errors.map(({ message, pos }) => ({
    path: "",
    reason: `is no YAML: ${message}`,
    line: lineAt(pos[0]),
  }));
  return {
    value: issues.length > 0 ? {} : (document.toJS() ?? {}),
    issues,
    lineOf: (path) => lineAt(offsetOf(document, path.split("."))),
  };
}

/** Where the setting at `keys` begins in the file, or the nearest one around it that is there. */
function offsetOf(document: Document.Parsed, keys: string[]): number {
  let offset = 0;
  let node: unknown = document.contents;
  for (const key of keys) {
    const pair = isMap(node) ? node.items.find((item) => String(item.key) === key) : undefined;
    const inner = isSeq(node) ? node.items[Number(key)] : pair?.value;
    const start = isNode(pair?.key) ? pair.key : inner;
    if (!isNode(start)) break;
    offset = start.range?.[0] ?? offset;
    node = inner;
  }
  return offset;
}
