import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Ajv from "ajv";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checkStandard, loadStandard, StandardError } from "../../../../policy-packs/core/standard/file";
import { packs, rules } from "../../../../policy-packs/rules";
import { standardJsonSchema } from "../../../../tools/generate/standard-schema";

const dir = mkdtempSync(path.join(tmpdir(), "foundation-standard-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The lines that are said of a file. */
function mistakes(text: string, given = packs): string[] {
  try {
    checkStandard(text, given);
    return [];
  } catch (error) {
    if (!(error instanceof StandardError)) throw error;
    return error.message.split("\n");
  }
}

const wrong = `preset: regulatd
rules:
  vpc-flow-log: { level: advisory }
  kms-rotation: { level: off }
  vpc-flow-logs: { level: remediate }
  log-group-retention: { parameters: { minimum: 90 } }
  secrets-rotation: { parameters: { maximumDays: 2000 } }
  sns-topic-encrypted: { parameters: { key: x } }
environments:
  prod: { stack: ["*-production"], preset: strict }
introductions:
  - packs: [kubernetes]
    mandatoryFrom: tomorrow
  - rules: [no-such-rule-at-all]
    mandatoryFrom: 2027-01-01
surplus: true
`;

describe("mistakes in the file", () => {
  it("are all told at once, each with its line, path, what is allowed and the name that was meant", () => {
    expect(mistakes(wrong)).toEqual([
      'standard.yaml:1 preset: "regulatd" must be one of starter, standard, regulated, e.g. "standard"',
      "standard.yaml:3 rules.vpc-flow-log: is no setting; did you mean vpc-flow-logs?",
      expect.stringMatching(/^standard\.yaml:4 rules\.kms-rotation\.level: "off" must be one of mandatory, advisory/),
      'standard.yaml:5 rules.vpc-flow-logs.level: "remediate" must be one of mandatory, advisory, disabled, e.g. "advisory"',
      "standard.yaml:6 rules.log-group-retention.parameters.minimum: is no setting; here are min, max",
      "standard.yaml:7 rules.secrets-rotation.parameters.maximumDays: 2000 must be at most 1000",
      "standard.yaml:8 rules.sns-topic-encrypted.parameters: is no setting; here are level",
      'standard.yaml:10 environments.prod.preset: "strict" must be one of starter, standard, regulated, e.g. "standard"',
      "standard.yaml:10 environments.prod.stack: is no setting; did you mean stacks?",
      expect.stringMatching(/^standard\.yaml:12 introductions\.0\.packs\.0: "kubernetes" must be one of /),
      'standard.yaml:13 introductions.0.mandatoryFrom: "tomorrow" must be a day, e.g. 2027-02-01',
      'standard.yaml:14 introductions.1.rules.0: "no-such-rule-at-all" is none that there is',
      "standard.yaml:16 surplus: is no setting; here are preset, rules, environments, introductions",
    ]);
  });

  it("between its settings are told, too", () => {
    const text = `environments:
  prod: {}
  live: { stacks: ["prod-*"] }
introductions:
  - rules: [kms-rotation]
    environments: [prd]
    mandatoryFrom: 2027-01-01
  - mandatoryFrom: 2027-01-01
`;
    expect(mistakes(text)).toEqual([
      "standard.yaml:3 environments.live: the stacks prod-* are those of prod already",
      'standard.yaml:6 introductions.0.environments.0: "prd" is no environment above; did you mean prod?',
      "standard.yaml:8 introductions.1: introduces nothing: name packs or rules, e.g. packs: [kubernetes-baseline]",
    ]);
  });

  it("of YAML are told with their line", () => {
    expect(mistakes("preset: standard\nrules: [\n")).toEqual([
      expect.stringMatching(/^standard\.yaml:\d is no YAML: /),
    ]);
  });

  it("are found in what a pack that is used alone does not have, as far as names go", () => {
    const alone = { "tagging-cost": [] };
    expect(mistakes("rules:\n  kms-rotation: { level: remediate, parameters: { x: 1 } }\n", alone)).toEqual([]);
    expect(mistakes("rules:\n  kms-rotatoin: { level: advisory }\n", alone)).toEqual([
      "standard.yaml:2 rules.kms-rotatoin: is no setting; did you mean kms-rotation?",
    ]);
    expect(mistakes("introductions: [{ packs: [reliability], mandatoryFrom: 2027-01-01 }]", alone)).toEqual([]);
  });

  it("are the same that the JSON Schema for editors finds", () => {
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(standardJsonSchema());
    expect(validate(parse(wrong))).toBe(false);
    const found = (validate.errors ?? []).map(({ instancePath }) => instancePath);
    expect(found).toEqual(
      expect.arrayContaining([
        "/preset",
        "/rules",
        "/rules/kms-rotation/level",
        "/rules/log-group-retention/parameters",
        "/environments/prod",
        "/introductions/0/packs/0",
        "/introductions/1/rules/0",
        "",
      ]),
    );
    expect(validate(parse("preset: regulated\nenvironments: { prod: { stacks: [a] } }"))).toBe(true);
  });
});

describe("loading", () => {
  const rule = rules.find(({ name }) => name === "log-group-retention");
  const load = (env: NodeJS.ProcessEnv) => {
    const { settings, exceptions } = loadStandard(packs, { FOUNDATION_TODAY: "2026-11-25", ...env });
    expect(exceptions.today).toBe("2026-11-25");
    return rule && settings(rule, "prod-network");
  };

  it("reads the project's own file, which has the standard for all environments", () => {
    expect(load({})).toEqual({ level: "mandatory", configuration: {} });
  });

  it("reads the file that FOUNDATION_STANDARD names, and judges introductions by FOUNDATION_TODAY", () => {
    const file = path.join(dir, "standard.yaml");
    writeFileSync(file, "introductions: [{ packs: [security-baseline], mandatoryFrom: 2026-11-26 }]\n");
    expect(load({ FOUNDATION_STANDARD: file })?.introduction).toEqual({ mandatoryFrom: "2026-11-26", daysLeft: 1 });
    expect(load({ FOUNDATION_STANDARD: file, FOUNDATION_TODAY: "2026-11-25" })?.level).toBe("advisory");
  });

  it("fails where that file is missing or wrong, and names it", () => {
    const missing = path.join(dir, "missing.yaml");
    expect(() => load({ FOUNDATION_STANDARD: missing })).toThrow(`${missing} does not exist`);
    const bad = path.join(dir, "bad.yaml");
    writeFileSync(bad, "preset: none\n");
    expect(() => load({ FOUNDATION_STANDARD: bad })).toThrow(`${bad}:1 preset: "none" must be one of`);
  });
});
