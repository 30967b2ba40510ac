import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type FileIssue, issueLine, readYaml } from "../components/core/yaml";
import { settingsIssues } from "./environment-issues";
import { environmentSchema, type Settings } from "./environment-schema";

/** One environment: its name, which is the name of its file, and what the file says. */
export interface Environment extends Settings {
  name: string;
}

/** An environment file cannot be used. The message has a line for each mistake. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";

  constructor(
    readonly file: string,
    readonly issues: FileIssue[],
  ) {
    super(issues.map((issue) => issueLine(file, issue)).join("\n"));
  }
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
  const fail = (issues: FileIssue[]) => {
    throw new EnvironmentError(shortPath(fullPath), issues);
  };
  if (!existsSync(fullPath)) {
    fail([{ path: "", reason: `does not exist; the environments are ${listEnvironments(dir).join(", ")}` }]);
  }
  // The name is part of that of every stack and is the cluster's, which EKS and IAM limit.
  if (!/^[a-z][a-z0-9-]{0,31}$/.test(name)) {
    fail([{ path: "", reason: "must be named by 1 to 32 lower-case letters, digits and hyphens, e.g. dev.yaml" }]);
  }

  const { value: raw, issues: malformed, lineOf } = readYaml(readFileSync(fullPath, "utf8"));
  if (malformed.length > 0) fail(malformed);
  const issues = settingsIssues(raw);
  if (issues.length > 0) {
    const located = issues.map((issue) => ({ ...issue, line: lineOf(issue.path) }));
    fail(located.sort((one, other) => one.line - other.line));
  }
  return { name, ...environmentSchema.parse(raw) };
}

/** A path as a person in the current folder would write it. */
function shortPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith("..") ? file : relative;
}
