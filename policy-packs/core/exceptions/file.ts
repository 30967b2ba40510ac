import { readFileSync } from "node:fs";
import { ownFile } from "../own-file";
import type { Rule } from "../rule";
import { type Entry, readExceptions, type SeverityOf, todayOf } from "./exceptions";

/** The exceptions in force, and the day by which they are judged. */
export interface Exceptions {
  readonly entries: readonly Entry[];
  readonly today: string;
}

/**
 * The exceptions that the packs apply: those of the project's own file, or of the one that `FOUNDATION_EXCEPTIONS` names, for
 * packs that are used elsewhere.
 *
 * `FOUNDATION_TODAY` (e.g. `2027-01-31`) sets the day, to see beforehand what an expiry will bring back.
 *
 * @throws ExceptionsError where the file is not of its form: then nothing can be said to be excepted.
 */
export function loadExceptions(rules: readonly Rule[], env: NodeJS.ProcessEnv = process.env): Exceptions {
  const severities = new Map(rules.map(({ name, severity }) => [name, severity]));
  return readFile((rule) => severities.get(rule), env);
}

/** {@link loadExceptions} for those who do not load the rules. */
export function readFile(severityOf: SeverityOf, env: NodeJS.ProcessEnv = process.env): Exceptions {
  const file = env.FOUNDATION_EXCEPTIONS ?? ownFile("exceptions.yaml");
  const today = env.FOUNDATION_TODAY ?? todayOf(new Date());
  if (file === undefined) return { entries: [], today };
  return { entries: readExceptions(readFileSync(file, "utf8"), severityOf), today };
}
