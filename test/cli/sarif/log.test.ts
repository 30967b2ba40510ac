import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { type Finding, findingsOfOutcomes, findingsOfStacks } from "../../../cli/sarif/findings";
import { maximumResults, type Run, sarifOf } from "../../../cli/sarif/log";
import { webAddressOf } from "../../../cli/sarif/repository";
import { told } from "../../../policy-packs/core/told";
import { packs, rules } from "../../../policy-packs/rules";
import { everything, evidence, exception, hostile, urnOf } from "../../support/evidence";
import { stackResult } from "../../support/stack-result";

// The committee's schema of 2.1.0 says draft 07; this copy of it says draft 04, but uses no word that they read differently.
const { $schema: _draft, id: _id, ...official } = schema;
const isLog = new Ajv({
  strict: false,
  // Its pattern of languages is no expression in Unicode mode.
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    "uri-reference": true,
    "date-time": (text: string) => !Number.isNaN(Date.parse(text)),
  },
}).compile(official);

const gathered = evidence({ outcomes: everything });
const repository = { url: "https://github.com/example/platform-foundation", commit: "0123abc" };

const log = (given: Partial<Run> = {}) =>
  sarifOf({
    findings: findingsOfOutcomes(gathered.outcomes),
    packs,
    stacks: gathered.stacks,
    clock: new Date("2026-11-25T01:02:03Z"),
    category: "evidence",
    sandbox: true,
    ...given,
  });

const resultsOf = (given: Partial<Run> = {}) => log(given).runs[0]?.results ?? [];
const finding: Finding = { rule: "vpc-flow-logs", urn: urnOf("main"), level: "mandatory", message: "no flow log" };

describe("a SARIF log", () => {
  it.each([
    ["with findings", {}],
    ["without any", { findings: [] }],
    ["of a repository that others can read", { repository }],
    ["of stacks that could not be judged", { stacks: [stackResult({ result: "failed" })] }],
  ])("%s is valid by the schema of SARIF 2.1.0", (_case, given) => {
    isLog(log(given));
    expect(isLog.errors).toBeNull();
  });

  it("is refused by that schema where it is not", () => {
    expect(isLog({ ...log(), version: "2.0.0" })).toBe(false);
    expect(isLog({ ...log(), runs: [{ ...log().runs[0], results: [{ ruleId: "a" }] }] })).toBe(false);
  });

  it("describes every rule, with a score and at most ten tags", () => {
    const described = log({ repository }).runs[0]?.tool.driver.rules ?? [];
    expect(described.map(({ id }) => id)).toEqual(rules.map(({ name }) => name));
    for (const { helpUri, help, fullDescription, properties } of described) {
      expect(helpUri).toMatch(
        /^https:\/\/github\.com\/example\/platform-foundation\/blob\/0123abc\/docs\/policies\/.*\.md$/,
      );
      expect(help?.markdown).toContain("How to fix");
      expect(fullDescription?.text.length).toBeLessThan(1024);
      expect(Number(properties?.["security-severity"])).toBeGreaterThan(0);
      expect(properties?.tags?.length).toBeLessThanOrEqual(10);
    }
    const flowLogs = described.find(({ id }) => id === "vpc-flow-logs");
    expect(flowLogs?.properties?.tags).toEqual(
      expect.arrayContaining(["security", "security-baseline", "cis-aws-5.0"]),
    );
  });

  it("says by whom, why, by which ticket and until when a finding is accepted", () => {
    const accepted = resultsOf({ findings: [{ ...finding, level: "advisory", exception }, finding] });
    expect(accepted.map(({ suppressions }) => suppressions)).toEqual([
      [],
      [{ kind: "external", justification: "platform-network; recorded by the firewall; NET-123; expires 2027-01-31" }],
    ]);
  });

  it("puts what stops deployments first, then what is most severe", () => {
    const advisory = { ...finding, level: "advisory" } as const;
    const results = resultsOf({
      findings: [
        { ...advisory, rule: "sg-rule-description" },
        advisory,
        finding,
        { ...finding, rule: "eks-endpoint-private" },
      ],
    });
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ["eks-endpoint-private", "error"],
      ["vpc-flow-logs", "error"],
      ["vpc-flow-logs", "warning"],
      ["sg-rule-description", "note"],
    ]);
  });

  it("places a finding in its resource and in the program of its stack", () => {
    expect(resultsOf({ findings: [finding] })[0]?.locations).toMatchObject([
      {
        physicalLocation: { artifactLocation: { uri: "stacks/network.ts" } },
        logicalLocations: [{ fullyQualifiedName: finding.urn, name: "main" }],
      },
    ]);
  });

  it("gives each finding prints of its own, which another run does not change", () => {
    const printsOf = (given: Partial<Run> = {}) =>
      resultsOf(given).map(({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash);
    const prints = printsOf();
    expect(new Set(prints).size).toBe(findingsOfOutcomes(gathered.outcomes).length);
    expect(printsOf({ clock: new Date(0), repository })).toEqual(prints);
  });

  it("leaves out the least severe where there are more than code scanning takes, and says how many", () => {
    const many = Array.from({ length: maximumResults + 1 }, (_, index) => ({ ...finding, urn: urnOf(`vpc-${index}`) }));
    const { results = [], invocations } = log({ findings: [{ ...finding, level: "advisory" }, ...many] }).runs[0] ?? {};
    expect(results).toHaveLength(maximumResults);
    expect(results.every(({ level }) => level === "error")).toBe(true);
    expect(invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toMatch(/^2 results left out/);
  });

  it("makes no link of what a message says", () => {
    expect(resultsOf({ findings: [{ ...finding, message: hostile }] })[0]?.message.text).not.toContain("](");
  });

  it("is the same of the outcomes and of what the engine told", () => {
    const policies = gathered.outcomes.flatMap((outcome) =>
      outcome.findings.map((one) => ({
        ...{ pack: "foundation", rule: outcome.rule, urn: outcome.urn, severity: "medium" },
        ...told({ ...outcome, result: "failed" }, one),
        ...(one.exception && { exception: one.exception }),
      })),
    );
    expect(resultsOf({ findings: findingsOfStacks([stackResult({ policies })]) })).toEqual(resultsOf());
  });
});

it.each([
  ["git@github.com:example/foundation.git", "https://github.com/example/foundation"],
  ["https://user:token@git.example.com/group/foundation.git", "https://git.example.com/group/foundation"],
  ["ssh://git@git.example.com:2222/example/foundation", "https://git.example.com/example/foundation"],
  ["/srv/git/foundation", undefined],
  ["../foundation", undefined],
  ["file:///srv/git/foundation", undefined],
])("knows the address of %s", (remote, address) => {
  expect(webAddressOf(remote)).toBe(address);
});
