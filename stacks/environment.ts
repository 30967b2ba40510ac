import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument } from "yaml";
import { settingsIssues } from "./environment-issues";
import { environmentSchema, type Settings } from "./environment-schema";

/** One environment: its name, which is the name of its file, and what the file says. */
export interface Environment extends Settings {
  name: string;
}

/** One mistake in an environment file. */
export interface EnvironmentIssue {
  /** The setting, e.g. network.cidr; empty for the file as a whole. */
  path: string;
  /** What is wrong, and what is allowed. */
  reason: string;
  /** Line of the file, from 1, where there is one. */
  line?: number | undefined;
}

/** An environment file cannot be used. The message has a line for each mistake. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";

  constructor(
    readonly file: string,
    readonly issues: EnvironmentIssue[],
  ) {
    super(issues.map((issue) => lineOf(file, issue)).join("\n"));
  }
}

function lineOf(file: string, { path: setting, reason, line }: EnvironmentIssue): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return setting === "" ? `${place} ${reason}` : `${place} ${setting}: ${reason}`;
}

/** Folder of the environment files: that of this repository, or the one that FOUNDATION_ENVIRONMENTS names. */
function environmentsDir(): string {
  return path.resolve(process.env.FOUNDATION_ENVIRONMENTS ?? path.join(__dirname, "environments"));
}

const extension = ".yaml";

/** Names of the environments in `dir`, in alphabetical order. */
export function listEnvironments(dir = environmentsDir()): string[] {
  return readdirSync(dir)
    .filter((file) => file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length))
    .sort();
}

/**
 * Reads and checks the file of the environment `name`. Nothing else reads settings.
 *
 * @throws EnvironmentError with every mistake in the file.
 */
export function loadEnvironment(name: string, dir = environmentsDir()): Environment {
  const fullPath = path.join(dir, `${name}${extension}`);
  const fail = (issues: EnvironmentIssue[]) => {
    throw new EnvironmentError(shortPath(fullPath), issues);
  };
  if (!existsSync(fullPath)) {
    fail([{ path: "", reason: `does not exist; the environments are ${listEnvironments(dir).join(", ")}` }]);
  }
  // The name is part of that of every stack and is the cluster's, which EKS and IAM limit.
  if (!/^[a-z][a-z0-9-]{0,31}$/.test(name)) {
    fail([{ path: "", reason: "must be named by 1 to 32 lower-case letters, digits and hyphens, e.g. dev.yaml" }]);
  }

  const lines = new LineCounter();
  const document = parseDocument(readFileSync(fullPath, "utf8"), { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  if (document.errors.length > 0) {
    fail(
      document.errors.map(({ message, pos }) => ({ path: "", reason: `is no YAML: ${message}`, line: lineAt(pos[0]) })),
    );
  }
  const raw: unknown = document.toJS() ?? {};
  const issues = settingsIssues(raw);
  if (issues.length > 0) {
    const located = issues.map((issue) => ({ ...issue, line: lineAt(offsetOf(document, issue.path.split("."))) }));
    fail(located.sort((one, other) => one.line - other.line));
  }
  return { name, ...environmentSchema.parse(raw) };
}

/** A path as a person in the current folder would write it. */
function shortPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith("..") ? file : relative;
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
