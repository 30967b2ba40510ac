import { createHash } from "node:crypto";
import type { Log, Notification, Result } from "sarif";
import packageJson from "../../package.json";
import { stackNameOf } from "../../policy-packs/core/stacks";
import type { Packs } from "../../policy-packs/core/standard/schema";
import type { StackResult } from "../report/result";
import { plural } from "../report/words";
import type { Finding } from "./findings";
import type { Repository } from "./repository";
import { descriptorsOf, levelFor } from "./rules";

/** What a SARIF log is made of. */
export interface Run {
  readonly findings: readonly Finding[];
  readonly packs: Packs;
  readonly stacks: readonly Pick<StackResult, "stack" | "layer" | "result">[];
  /** When the run ended. */
  readonly clock: Date;
  /** What results of the same kind have in common: code scanning replaces those of before by it. */
  readonly category: "preview" | "evidence";
  readonly sandbox: boolean;
  readonly repository?: Repository | undefined;
}

/** More results of a run are rejected: docs.github.com, "SARIF results exceed one or more limits". */
export const maximumResults = 25_000;

/** The run as a SARIF 2.1.0 log, within what GitHub's code scanning takes. */
export function sarifOf(run: Run): Log {
  const { packs, stacks, clock, category, sandbox, repository } = run;
  const rules = descriptorsOf(packs, repository);
  const results = resultsOf(run);
  const shown = results.slice(0, maximumResults);
  const unjudged = stacks.filter(({ result }) => result !== "succeeded" && result !== "violated");
  const notes = [
    ...unjudged.map(({ stack, result }) => note(`${stack} could not be judged as a whole: ${result}`)),
    ...(results.length > shown.length
      ? [
          note(
            `${plural(results.length - shown.length, "result")} left out, the least severe: a file holds ${maximumResults}`,
          ),
        ]
      : []),
  ];
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: packageJson.name, semanticVersion: packageJson.version, rules } },
        automationDetails: { id: `foundation/${category}/` },
        invocations: [
          {
            executionSuccessful: unjudged.length === 0,
            endTimeUtc: clock.toISOString(),
            ...(notes.length > 0 && { toolExecutionNotifications: notes }),
          },
        ],
        ...(repository && {
          versionControlProvenance: [{ repositoryUri: repository.url, revisionId: repository.commit }],
        }),
        columnKind: "utf16CodeUnits",
        results: shown,
        properties: { sandbox },
      },
    ],
  };
}

const note = (text: string): Notification => ({ level: "warning", message: { text } });

const severities = ["critical", "high", "medium", "low"];

/** The most severe first. */
function resultsOf({ findings, packs, stacks }: Run): Result[] {
  const rules = Object.values(packs).flat();
  const positions = new Map(rules.map(({ name }, index) => [name, index]));
  const severityOf = ({ rule }: Finding) => rules[positions.get(rule) ?? -1]?.severity;
  const rank = (finding: Finding) =>
    (finding.level === "mandatory" ? 0 : severities.length) + severities.indexOf(severityOf(finding) ?? "low");
  const layers = new Map(stacks.map(({ stack, layer }) => [stack, layer]));
  return [...findings]
    .sort((a, b) => rank(a) - rank(b))
    .map((finding) => ({
      ruleId: finding.rule,
      ...(positions.has(finding.rule) && { ruleIndex: positions.get(finding.rule) }),
      level: levelFor(finding.level, severityOf(finding)),
      // Elsewhere `](` makes a link.
      message: { text: finding.message.replaceAll("](", "] (") },
      locations: [
        {
          // The engine tells no lines of programs that run in this process: the program of the stack is the nearest.
          physicalLocation: {
            artifactLocation: {
              uri: `stacks/${layers.get(stackNameOf(finding.urn)) ?? "index"}.ts`,
              uriBaseId: "%SRCROOT%",
            },
            region: { startLine: 1 },
          },
          logicalLocations: [
            { fullyQualifiedName: finding.urn, name: finding.urn.split("::").at(-1) ?? "", kind: "resource" },
          ],
        },
      ],
      partialFingerprints: fingerprintsOf(finding),
      suppressions: suppressionsOf(finding),
    }));
}

/** What stays the same while a finding does. Code scanning looks at the first, which it would take from the line of code. */
function fingerprintsOf({ rule, urn, message }: Finding): Record<string, string> {
  const hash = createHash("sha256").update([urn, rule, message].join("\0")).digest("hex");
  return { primaryLocationLineHash: `${hash.slice(0, 16)}:1`, "foundation/v1": hash };
}

/** None says that the finding counts. */
function suppressionsOf({ exception }: Finding): Result["suppressions"] {
  if (exception === undefined) return [];
  const { owner, reason, ticket, expires } = exception;
  return [{ kind: "external", justification: [owner, reason, ticket, `expires ${expires}`].join("; ") }];
}
