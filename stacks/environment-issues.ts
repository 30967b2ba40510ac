import type { ArgsIssue } from "../components/core/errors";
import { schemaIssues, shown, valueAt } from "../components/core/schema-issues";
import { checkRules } from "./environment-rules";
import { environmentSchema } from "./environment-schema";

/** Everything that is wrong with the settings `raw` of an environment file, each with what is allowed. */
export function settingsIssues(raw: unknown): ArgsIssue[] {
  const between = checkRules(raw).map(({ path, reason }) => ({
    path,
    reason: `${shown(valueAt(raw, path.split(".")))}${reason}`,
  }));
  return [...schemaIssues(environmentSchema, raw), ...between];
}
