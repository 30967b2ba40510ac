import type { Severity } from "@pulumi/policy";
import { schemaIssues } from "../../../components/core/schema-issues";
import { type FileIssue, issueLine, readYaml } from "../../../components/core/yaml";
import { type Bound, type Exception, exceptionSchema, exceptionsFileSchema, isWithin } from "./schema";

/** An entry of the file, and why it does not count where it does not. */
export interface Entry {
  /** Position in the file, from 1. */
  readonly position: number;
  /** As far as it could be read. */
  readonly exception: Partial<Exception>;
  /** What is wrong with it: then what it names stays a violation. */
  readonly problem?: string;
}

/** What is said of a finding that an entry names. */
export type Ruling = { readonly state: "excepted"; readonly exception: Exception; readonly daysLeft: number } | Refused;

interface Refused {
  readonly state: "refused";
  readonly reason: string;
}

/** What is told of an exception that is in force. */
interface InForce {
  readonly state: "excepted";
  readonly exception: Pick<Exception, "owner" | "reason" | "ticket" | "expires">;
  readonly daysLeft: number;
}

/** The file as a whole cannot be used. The message has a line for each mistake. */
export class ExceptionsError extends Error {
  override readonly name = "ExceptionsError";

  constructor(issues: readonly FileIssue[]) {
    super(issues.map((issue) => issueLine("exceptions.yaml", issue)).join("\n"));
  }
}

export type SeverityOf = (rule: string) => Severity | undefined;

export interface Finding {
  readonly rule: string;
  readonly urn: string;
  readonly message: string;
}

const millisecondsADay = 86_400_000;

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsADay);

/** The day it is, in UTC, as exceptions count them. */
export const todayOf = (clock: Date): string => clock.toISOString().slice(0, 10);

/**
 * Reads the file's text. Mistakes spoil only the entries that they are in; each is told with the findings it names.
 *
 * @param severityOf The severity of a rule, by which bounds are judged; undefined where there is no such rule.
 * @throws ExceptionsError where the text is no YAML or not of the file's form.
 */
export function readExceptions(text: string, severityOf: SeverityOf): Entry[] {
  const { value, issues: malformed, lineOf } = readYaml(text);
  if (malformed.length > 0) throw new ExceptionsError(malformed);
  const parsed = exceptionsFileSchema.safeParse(value);
  if (!parsed.success) {
    const issues = schemaIssues(exceptionsFileSchema, value);
    throw new ExceptionsError(issues.map((issue) => ({ ...issue, line: lineOf(issue.path) })));
  }
  const { bounds, exceptions } = parsed.data;
  return (exceptions ?? []).map((raw, index) => {
    const position = index + 1;
    const checked = exceptionSchema.safeParse(raw);
    if (!checked.success) {
      const problem = checked.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
      return { position, exception: Object(raw) as Partial<Exception>, problem };
    }
    const problem = problemOf(checked.data, bounds, severityOf);
    return { position, exception: checked.data, ...(problem !== undefined && { problem }) };
  });
}

function problemOf(exception: Exception, bounds: readonly Bound[], severityOf: SeverityOf): string | undefined {
  const { rule, resource, owner, since, expires } = exception;
  const severity = severityOf(rule);
  if (severity === undefined) return `rule: there is no rule ${rule}`;
  // The name of a resource must be said in part at least: an exception for everything is a rule switched off.
  if (resource.replace(/[*:]/g, "") === "") return "resource: names every resource; switch the rule off instead";
  const bound = bounds.find(({ owners }) => owners.some((pattern) => matches(pattern, owner)));
  if (bound === undefined) return `owner: ${owner} may except nothing`;
  if (!isWithin(severity, bound.severity)) {
    return `owner: ${owner} may except up to severity ${bound.severity}, and ${rule} is ${severity}`;
  }
  const days = daysBetween(since, expires);
  if (days < 0) return "expires: is before since";
  return days > bound.maximumDays
    ? `expires: ${days} days after since, and ${owner} may except for ${bound.maximumDays} at most`
    : undefined;
}

/** What the entries say of a finding on the day `today`; undefined where none names it. */
export function rulingOn(entries: readonly Entry[], finding: Finding, today: string): Ruling | undefined {
  const naming = entries.filter(({ exception }) => names(exception, finding));
  for (const { exception, problem } of naming) {
    // The last day counts.
    const daysLeft = problem === undefined ? daysBetween(today, exception.expires ?? "") : Number.NaN;
    if (daysLeft >= 0 && daysBetween(exception.since ?? "", today) >= 0) {
      return { state: "excepted", exception: exceptionSchema.parse(exception), daysLeft };
    }
  }
  const [first] = naming;
  return first && { state: "refused", reason: whyNot(first, today) };
}

function whyNot({ position, exception, problem }: Entry, today: string): string {
  if (problem !== undefined) return `exception ${position} does not count: ${problem}`;
  return daysBetween(today, exception.expires ?? "") < 0
    ? `exception ${position} expired on ${exception.expires}`
    : `exception ${position} is in force from ${exception.since}`;
}

/** A malformed entry names what it names as far as it can be read. */
function names({ rule, resource, finding }: Partial<Exception>, { rule: violated, urn, message }: Finding): boolean {
  if (rule !== violated || typeof resource !== "string") return false;
  return matches(resource, urn) && (typeof finding !== "string" || matches(finding, message));
}

/** Whether `text` is what `pattern` says, in which `*` stands for any characters. */
export function matches(pattern: string, text: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(text);
}

/** What a ruling adds to a finding's message. */
export function remark(ruling: InForce | Refused): string {
  if (ruling.state === "refused") return ` (${ruling.reason})`;
  const { exception, daysLeft } = ruling;
  const left = daysLeft === 0 ? "last day" : `${daysLeft} ${daysLeft === 1 ? "day" : "days"} left`;
  return ` (excepted until ${exception.expires}, ${left}, by ${exception.owner}: ${exception.reason}, ${exception.ticket})`;
}

/** The rule's own words in a message to which {@link remark} or an introduction added. */
export const withoutRemark = (message: string): string =>
  message.replace(/ \((excepted until |exception \d+ |mandatory from \d)[\s\S]*\)$/, "");
