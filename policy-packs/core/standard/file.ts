import { existsSync, readFileSync } from "node:fs";
import { schemaIssues } from "../../../components/core/schema-issues";
import { type FileIssue, issueLine, readYaml } from "../../../components/core/yaml";
import { todayOf } from "../exceptions/exceptions";
import { type Exceptions, loadExceptions } from "../exceptions/file";
import { ownFile } from "../own-file";
import type { Settings } from "../settings";
import { mistakesIn } from "./mistakes";
import { type Packs, type StandardFile, standardSchema } from "./schema";
import { settingsOf } from "./settings";

/** All by which resources are judged, but for the rules. */
export interface Standard {
  readonly file: StandardFile;
  readonly settings: Settings;
  readonly exceptions: Exceptions;
}

/** The file cannot be used. The message has a line for each mistake. */
export class StandardError extends Error {
  override readonly name = "StandardError";

  constructor(file: string, issues: readonly FileIssue[]) {
    super(issues.map((issue) => issueLine(file, issue)).join("\n"));
  }
}

/**
 * The standard that the packs apply, with its exceptions: the project's own, or the one that `FOUNDATION_STANDARD` names, for
 * packs that are used elsewhere.
 *
 * `FOUNDATION_TODAY` (e.g. `2027-02-01`) sets the day, to see beforehand what the end of an introduction will bring.
 *
 * @throws StandardError with every mistake in the file.
 */
export function loadStandard(packs: Packs, env: NodeJS.ProcessEnv = process.env): Standard {
  const file = readStandard((text, name) => checkStandard(text, packs, name), env);
  return {
    file,
    settings: settingsOf(file, packs, dayOf(env)),
    exceptions: loadExceptions(Object.values(packs).flat(), env),
  };
}

/** What the file says, unchecked: for those who do not load the rules, once the packs that do have checked it. */
export const peekStandard = (env: NodeJS.ProcessEnv = process.env): StandardFile =>
  readStandard((text) => readYaml(text).value as StandardFile, env);

/** The day by which introductions are judged. */
export const dayOf = (env: NodeJS.ProcessEnv): string => env.FOUNDATION_TODAY ?? todayOf(new Date());

function readStandard(
  parse: (text: string, file: string) => StandardFile,
  { FOUNDATION_STANDARD }: NodeJS.ProcessEnv,
): StandardFile {
  const file = FOUNDATION_STANDARD ?? ownFile("standard.yaml");
  if (file === undefined) return {};
  if (!existsSync(file)) throw new StandardError(file, [{ path: "", reason: "does not exist" }]);
  return parse(readFileSync(file, "utf8"), file);
}

/**
 * Reads the file's text.
 *
 * @param name What mistakes call the file.
 * @throws StandardError with every mistake.
 */
export function checkStandard(text: string, packs: Packs, name = "standard.yaml"): StandardFile {
  const { value, issues: malformed, lineOf } = readYaml(text);
  const located = (issues: FileIssue[]) =>
    issues.map((issue) => ({ ...issue, line: lineOf(issue.path) })).sort((one, other) => one.line - other.line);
  if (malformed.length > 0) throw new StandardError(name, malformed);
  const ofForm = schemaIssues(
    standardSchema(packs, ({ name: rule }) => text.includes(rule)),
    value,
  );
  if (ofForm.length > 0) throw new StandardError(name, located(ofForm));
  // Its own form, not what the schema makes of it: defaults filled in would go before what a preset says.
  const file = value as StandardFile;
  const between = mistakesIn(file);
  if (between.length > 0) throw new StandardError(name, located(between));
  return file;
}
