import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Ajv2020 from "ajv/dist/2020";
import { afterAll, describe, expect, it } from "vitest";
import { Recordings } from "../../../cli/engine/recordings";
import { escaped } from "../../../cli/evidence/markdown/text";
import { evidenceFiles, writeEvidence } from "../../../cli/evidence/write";
import schema from "../../../docs/reference/evidence.schema.json";
import { controlLists } from "../../../policy-packs/controls/lists";
import { judgeBy } from "../../../policy-packs/core/judge";
import type { Rule, StackResource } from "../../../policy-packs/core/rule";
import { rules } from "../../../policy-packs/rules";
import { everything, evidence, urnOf } from "../../support/evidence";
import { stackResult } from "../../support/stack-result";

const judgement = /.{0,60}\b(satisf(y|ies|ied|ying)|complian(t|ce)|certified)\b.{0,60}/i;

const names = ["evidence.json", "evidence.md", "policies.sarif", "oscal-assessment-results.json"];

describe("the files", () => {
  const files = evidenceFiles(evidence({ outcomes: everything }));

  it("are four, and evidence.json is of the documented form", () => {
    expect(Object.keys(files)).toEqual(names);
    const isEvidence = new Ajv2020({ formats: { "date-time": true, date: true, uri: true } }).compile(schema);
    isEvidence(JSON.parse(files["evidence.json"] ?? ""));
    expect(isEvidence.errors).toBeNull();
    expect(isEvidence({ ...JSON.parse(files["evidence.json"] ?? ""), version: 2 })).toBe(false);
  });

  it("are the same of the same evidence", () => {
    expect(evidenceFiles(evidence({ outcomes: [...everything].reverse() }))).toEqual(files);
  });

  it.each(names)("claim in %s that rules support controls, and nothing that only an auditor can say", (name) => {
    const text = files[name] ?? "";
    expect(text).toMatch(/support/i);
    // Titles of NIST and names of files are not ours to word, and "not-satisfied" is OSCAL's own word for a finding.
    const foreign = Object.values(controlLists)
      .flatMap(({ source, controls }) => [source, ...controls.flatMap(({ title = [] }) => title)])
      .filter((words) => judgement.test(words));
    const ours = [...foreign, ...foreign.map(escaped), "not-satisfied"].reduce(
      (left, words) => left.replaceAll(words, ""),
      text,
    );
    expect(judgement.exec(ours)?.[0]).toBeUndefined();
  });

  it("name no folder of the machine", () => {
    for (const text of Object.values(files)) expect(text).not.toContain(process.cwd());
  });
});

describe("a secret", () => {
  const canary = "s3cr3t-canary-6Yb2";

  /** `value` with every text in it replaced. */
  const poisoned = (value: unknown): unknown => {
    if (typeof value === "string") return canary;
    if (Array.isArray(value)) return value.map(poisoned);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, poisoned(inner)]));
  };

  /** The examples of a rule with the secret wherever a text can be, and once more where a secret often is. */
  const resourcesOf = ({ name, docs }: Rule): StackResource[] =>
    docs.good.flatMap((example, index) =>
      [
        poisoned(example.props),
        { ...example.props, password: canary, masterPassword: canary, userData: `password=${canary}` },
      ].map((props, variant) => ({
        type: example.type,
        name: `${name}-${index}-${variant}`,
        urn: urnOf(`${name}-${index}-${variant}`, example.type),
        props: props as Record<string, unknown>,
        propertyDependencies: {},
        options: {},
      })),
    );

  it("in any property of a resource is in none of the files", () => {
    const outcomes = rules.flatMap((rule) => {
      const judge = judgeBy({ rules: [rule] });
      const resources = resourcesOf(rule);
      return [...resources.flatMap((resource) => judge.resource(resource)), ...judge.stack(resources)];
    });
    expect(outcomes.filter(({ findings }) => findings.length > 0).length).toBeGreaterThan(100);
    const files = Object.entries(evidenceFiles(evidence({ outcomes })));
    expect(files.filter(([, text]) => text.includes(canary)).map(([name]) => name)).toEqual([]);
  });
});

describe("outcomes that a pack wrote", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "foundation-outcomes-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("are missed where there was something to judge", () => {
    const judged = stackResult({ resources: [["create", "aws:ec2/vpc:Vpc", "main"]] });
    expect(() => new Recordings(folder).outcomes([judged])).toThrow("there is no evidence");
    expect(new Recordings(folder).outcomes([stackResult({ result: "failed" })])).toEqual([]);
  });

  it("become files in a folder that is made", () => {
    const written = writeEvidence(evidence({ outcomes: everything }), path.join(folder, "a/b"));
    expect(written.map((file) => path.basename(file))).toEqual(names);
    expect(readdirSync(path.join(folder, "a/b")).sort()).toEqual([...names].sort());
  });
});
