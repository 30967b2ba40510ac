import { readFileSync, writeFileSync } from "node:fs";
import type { EngineEvent } from "@pulumi/pulumi/automation";
import { countChanges, type PolicyFinding, type StackResult } from "../../cli/report/result";
import { findingsOfStacks } from "../../cli/sarif/findings";
import { sarifOf } from "../../cli/sarif/log";
import { packs } from "../../policy-packs/rules";
import { Collector } from "../../review/collect/collector";
import { compose } from "../../review/compose";
import { compareFindings } from "../../review/findings/compare";
import { renderHtml } from "../../review/html/render";
import { renderMarkdown } from "../../review/markdown/render";
import type { Step } from "../../review/model/step";
import { reviewSettingsSchema } from "../../review/settings";

const clock = new Date("2026-11-25T12:00:00Z");

/**
 * Makes a review and its four outputs of recorded events; writes how long each took.
 *
 * Arguments: the file of the events, of a preview that makes everything; the files for the figures and for the review. A quarter of the
 * resources each is taken as made, changed, replaced and deleted, and every fifth has a finding.
 */
function main(): void {
  const [eventsFile = "", figuresFile = "", reviewFile = ""] = process.argv.slice(2);
  const events = (JSON.parse(readFileSync(eventsFile, "utf8")) as EngineEvent[]).flatMap(varied);
  const loadMs = performance.now();
  const collector = new Collector();
  for (const event of events) collector.onEvent(event);
  const result = resultOf(collector.steps(() => []));
  const review = compose({
    ...{ clock, sandbox: true, commit: "", base: "", exceptions: [], pending: new Map() },
    stacks: [
      {
        ...{ result, dependsOn: [], predictedFrom: [], predicted: new Set<string>(), remediations: [] },
        steps: { ...{ stack: "bench", environment: "bench", layer: "bench" }, steps: collector.steps(dependenciesOf) },
      },
    ],
    judged: compareFindings([
      {
        ...{ stack: "bench", now: result.policies, before: [], undecidedBefore: [], unchanged: new Set<string>() },
        ...{ whole: true, notEvaluated: [] },
      },
    ]),
    standard: { presets: {}, introductions: [] },
    settings: () => reviewSettingsSchema.parse({}),
  });
  const reviewMs = performance.now() - loadMs;
  const findings = findingsOfStacks([result]);
  const outputMs = {
    json: timeOf(() => JSON.stringify(review, null, 2)),
    markdown: timeOf(() => renderMarkdown(review)),
    html: timeOf(() => renderHtml(review)),
    sarif: timeOf(() =>
      JSON.stringify(
        sarifOf({ findings, packs, stacks: [result], clock, category: "preview", sandbox: true }),
        null,
        2,
      ),
    ),
  };
  writeFileSync(reviewFile, JSON.stringify(review));
  writeFileSync(figuresFile, JSON.stringify({ steps: review.changes.length, loadMs, reviewMs, outputMs }));
}

function timeOf(work: () => string): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** What a resource of the program is made from: the one before it, as far as events tell. */
const dependenciesOf = (urn: string): string[] => [urn.replace(/-\d+$/, "")].filter((source) => source !== urn);

/** A creation as one of four operations, the same for all events of a resource. */
function varied(event: EngineEvent): EngineEvent[] {
  const kind = event.resourcePreEvent ? "resourcePreEvent" : event.resOutputsEvent ? "resOutputsEvent" : undefined;
  const metadata = kind && event[kind]?.metadata;
  if (kind === undefined || metadata === undefined || metadata.op !== "create") return [event];
  const digits = metadata.urn.length + [...metadata.urn].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const { new: made, ...rest } = metadata;
  const of = (op: string, given: Partial<typeof metadata>): EngineEvent => ({
    ...event,
    [kind]: { metadata: { ...rest, op, ...given } as typeof metadata },
  });
  if (made === undefined || digits % 4 === 0) return [event];
  if (digits % 4 === 1) return [of("delete", { old: made })];
  const [key = "name"] = Object.keys(made.inputs);
  const old = { ...made, inputs: { ...made.inputs, [key]: "before" } };
  const replaced = digits % 4 === 3;
  const detailedDiff = { [key]: { diffKind: replaced ? "update-replace" : "update", inputDiff: true } } as never;
  const given = { old, new: made, detailedDiff };
  return [replaced ? of("replace", { ...given, keys: [key] }) : of("update", given)];
}

function resultOf(steps: readonly Step[]): StackResult {
  const policies = steps
    .filter((_, index) => index % 5 === 0)
    .map(
      ({ urn }, index): PolicyFinding => ({
        ...{ pack: "security-baseline", rule: "log-group-kms", level: index % 3 === 0 ? "mandatory" : "advisory" },
        ...{ severity: "low", urn, message: "the logs are encrypted with CloudWatch's own key: set kmsKeyId" },
      }),
    );
  const resources = steps.map(({ urn, type, name, parent, op }) => ({
    ...{ urn, type, name, parent, op, replaceKeys: [], diff: [] },
  }));
  return {
    ...{ stack: "bench", environment: "bench", layer: "bench", result: "violated", durationMs: 0 },
    ...{ changes: countChanges(resources), resources, policies, diagnostics: [] },
  };
}

main();
