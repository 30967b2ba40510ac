import type { Review } from "../review/model/schema";
import type { PoliciesOptions } from "./commands/policies";
import type { PoliciesCheckOptions } from "./commands/policies-check";
import type { ReportCommandOptions } from "./commands/report";
import type { BreakOptions } from "./commands/sandbox-break";
import type { SandboxDriftOptions } from "./commands/sandbox-drift";
import type { SandboxShowOptions } from "./commands/sandbox-show";
import { askAccept, askDangers, askDestroy, askUp, requireConsent } from "./confirm";
import type { Session } from "./engine/stack-run";
import { WrongUse } from "./errors";
import { finish, finishDrift, isReviewed, type ReportOptions, requireOneStdout } from "./finish";
import { Progress } from "./report/progress";
import type { Outcome } from "./report/result";
import { requireOneEnvironment, type Selection, select, selectorHelp } from "./selection";
import type { CommonOptions } from "./session";

// What runs on the engine is imported only once it is needed: the AWS SDK takes a second to load, and a mistake in an
// environment file, `--help` or `doctor` should answer at once. `require`, since `import()` would leave CommonJS.

export interface StackOptions extends ReportOptions, Pick<CommonOptions, "kubernetes"> {
  yes?: boolean;
  refresh?: boolean;
}

export async function runPreview(selectors: string[], options: StackOptions): Promise<void> {
  requireOneStdout(options);
  const selection = select(selectors);
  if (isReviewed(options)) return runReviewedPreview(selection, options);
  await onStacks(options, selection, (progress) => {
    const { preview } = require("./commands/preview") as typeof import("./commands/preview");
    return async (session) => ({ stacks: await preview(session, selection, progress) });
  });
}

async function runReviewedPreview(selection: Selection, options: StackOptions): Promise<void> {
  requireSandboxFor(options);
  const started = performance.now();
  const { reviewedPreview } = require("./commands/reviewed-preview") as typeof import("./commands/reviewed-preview");
  const outcome = await reviewedPreview(options, selection, progressOf(selection), new Date());
  process.exitCode = finish(options, performance.now() - started, outcome, isEverything(selection));
}

export async function runUp(selectors: string[], options: StackOptions & { reviewed?: string }): Promise<void> {
  const selection = selectForChange("up", selectors, options);
  const reviewed = options.reviewed === undefined ? undefined : reviewIn(options.reviewed);
  await onStacks(options, selection, (progress) => {
    const { up } = require("./commands/up") as typeof import("./commands/up");
    const confirmation = { changes: askUp(options), dangers: askDangers() };
    return (session) => up(session, selection, progress, confirmation, reviewed);
  });
}

export async function runReview(selectors: string[], options: StackOptions & { base: string }): Promise<void> {
  requireOneStdout(options);
  requireSandboxFor(options);
  const selection = select(selectors);
  const started = performance.now();
  const { review } = require("./commands/review") as typeof import("./commands/review");
  const outcome = await review(options, selection, progressOf(selection), new Date());
  process.exitCode = finish(options, performance.now() - started, outcome, isEverything(selection));
}

function reviewIn(file: string): Review | undefined {
  const { readReviews } = require("./review/read") as typeof import("./review/read");
  return readReviews([file])[0];
}

export async function runDestroy(selectors: string[], options: StackOptions): Promise<void> {
  const selection = selectForChange("destroy", selectors, options);
  await onStacks(options, selection, (progress) => {
    const { destroy } = require("./commands/destroy") as typeof import("./commands/destroy");
    return async (session) => ({ stacks: await destroy(session, selection, progress, askDestroy(options)) });
  });
}

export interface DriftOptions extends StackOptions {
  accept?: boolean;
}

export async function runDrift(selectors: string[], options: DriftOptions): Promise<void> {
  const selection = options.accept ? selectForChange("drift --accept", selectors, options) : select(selectors);
  const accept = options.accept ? askAccept(options) : undefined;
  const started = performance.now();
  const progress = progressOf(selection);
  const { withSession } = require("./session") as typeof import("./session");
  const found = await withSession(options, selection, progress, () => {
    const { drift } = require("./commands/drift") as typeof import("./commands/drift");
    return (session) => drift(session, selection, progress, accept);
  });
  process.exitCode = finishDrift(options, performance.now() - started, found);
}

export interface EvidenceOptions extends StackOptions {
  out: string;
}

export async function runEvidence(selectors: string[], options: EvidenceOptions): Promise<void> {
  requireSandboxFor(options);
  const selection = select(selectors);
  const started = performance.now();
  const { evidence } = require("./commands/evidence") as typeof import("./commands/evidence");
  const { outcome, files, gathered } = await evidence(options, selection, progressOf(selection), new Date());
  process.exitCode = finish(options, performance.now() - started, outcome, isEverything(selection));
  const { evidenceSummary } = require("./evidence/summary") as typeof import("./evidence/summary");
  (options.json === "-" ? process.stderr : process.stdout).write(`\n${evidenceSummary(gathered, files)}\n`);
}

export async function runReport(files: string[], options: ReportCommandOptions): Promise<void> {
  requireOneStdout(options);
  const { report } = require("./commands/report") as typeof import("./commands/report");
  const { lines, exitCode } = report(files, options);
  // stdout belongs to a report that goes there.
  const stream = Object.values(options).includes("-") ? process.stderr : process.stdout;
  stream.write(`${lines.join("\n")}\n`);
  process.exitCode = exitCode;
}

export async function runDoctor(options: { json?: string }): Promise<void> {
  const { doctor } = require("./commands/doctor") as typeof import("./commands/doctor");
  await doctor(options);
}

export async function runPolicies(options: PoliciesOptions): Promise<void> {
  const { policies } = require("./commands/policies") as typeof import("./commands/policies");
  policies(options);
}

export async function runPoliciesCheck(options: PoliciesCheckOptions): Promise<void> {
  const { policiesCheck } = require("./commands/policies-check") as typeof import("./commands/policies-check");
  await policiesCheck(options);
}

export async function runSandboxExec(command: string[], options: Pick<CommonOptions, "kubernetes">): Promise<void> {
  const { sandboxExec } = require("./commands/sandbox-exec") as typeof import("./commands/sandbox-exec");
  await sandboxExec(command, options.kubernetes);
}

export async function runSandboxBreak(options: BreakOptions): Promise<void> {
  const { sandboxBreak } = require("./commands/sandbox-break") as typeof import("./commands/sandbox-break");
  sandboxBreak(options);
}

export async function runSandboxShow(filters: string[], options: SandboxShowOptions): Promise<void> {
  const { sandboxShow } = require("./commands/sandbox-show") as typeof import("./commands/sandbox-show");
  await sandboxShow(filters, options);
}

export async function runSandboxReset(options: { yes?: boolean }): Promise<void> {
  const { sandboxReset } = require("./commands/sandbox-reset") as typeof import("./commands/sandbox-reset");
  await sandboxReset(options);
}

export async function runSandboxDrift(words: string[], options: SandboxDriftOptions): Promise<void> {
  const { sandboxDrift } = require("./commands/sandbox-drift") as typeof import("./commands/sandbox-drift");
  await sandboxDrift(words, options);
}

/** The selection of a command that changes things: never everything by omission, and one environment on accounts. */
function selectForChange(command: string, selectors: string[], options: StackOptions): Selection {
  if (selectors.length === 0) {
    throw new WrongUse(`${command} needs a selector: ${selectorHelp}\n  e.g. foundation ${command} dev`);
  }
  const selection = select(selectors);
  if (!options.sandbox) requireOneEnvironment(command, selection);
  requireConsent(command, options);
  return selection;
}

const progressOf = ({ stacks }: Selection) =>
  new Progress(process.stderr, Math.max(...stacks.map(({ name }) => name.length)));

type Load = (progress: Progress) => (session: Session) => Promise<Outcome>;

async function onStacks(options: StackOptions, selection: Selection, load: Load): Promise<void> {
  requireSandboxFor(options);
  const started = performance.now();
  const progress = progressOf(selection);
  const { withSession } = require("./session") as typeof import("./session");
  const outcome = await withSession(options, selection, progress, () => load(progress));
  process.exitCode = finish(options, performance.now() - started, outcome, isEverything(selection));
}

const isEverything = ({ stacks }: Selection): boolean => stacks.length === select([]).stacks.length;

function requireSandboxFor({ kubernetes, sandbox }: StackOptions): void {
  if (kubernetes && !sandbox) throw new WrongUse("--kubernetes is about the sandbox: add --sandbox");
}
