import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { oscalOf } from "../../../cli/evidence/oscal/document";
import { controlIdOf, targetOf } from "../../../cli/evidence/oscal/values";
import type { Evidence } from "../../../cli/evidence/schema";
import { everything, evidence, excepted, failed, outcome, provenance, urnOf } from "../../support/evidence";
import { stackResult } from "../../support/stack-result";
import { hasPython, trestleErrors } from "../../support/trestle";

interface Item {
  uuid: string;
}
interface Result {
  title: string;
  "local-definitions": { "inventory-items"?: Item[] };
  "reviewed-controls": { "control-selections": { "include-controls": { "control-id": string }[] }[] };
  observations?: (Item & {
    title: string;
    subjects: { "subject-uuid": string; props: { name: string; value: string }[] }[];
  })[];
  risks?: (Item & { status: string; deadline?: string; props: { name: string; value: string }[] })[];
  findings?: {
    target: { "target-id": string; status: { state: string } };
    "related-observations": { "observation-uuid": string }[];
    "related-risks": { "risk-uuid": string }[];
  }[];
}

const resultsOf = (of: Evidence) =>
  (oscalOf(of) as { "assessment-results": { results: Result[] } })["assessment-results"].results;
const all = evidence({ outcomes: everything });
const [dev] = resultsOf(all);
/** Of two environments. */
const ofTwo = evidence({
  stacks: [stackResult({ stack: "dev-network" }), stackResult({ stack: "prod-network" })],
  outcomes: [outcome(), failed({ urn: urnOf("main", "aws:ec2/vpc:Vpc", "prod-network") })],
});

describe("OSCAL assessment results", () => {
  it("are the same of the same evidence, with other identifiers of another run", () => {
    expect(oscalOf(all)).toEqual(oscalOf(evidence({ outcomes: everything })));
    const later = evidence({ outcomes: everything, provenance: { ...provenance, time: "2026-11-26T01:02:03.000Z" } });
    const identifiers = (of: Evidence) =>
      resultsOf(of).flatMap(({ observations = [] }) => observations.map(({ uuid }) => uuid));
    expect(identifiers(later).filter((uuid) => identifiers(all).includes(uuid))).toEqual([]);
    expect(resultsOf(later)[0]?.["local-definitions"]).toEqual(dev?.["local-definitions"]);
  });

  it("have a result for each environment, with its own resources only", () => {
    const results = resultsOf(ofTwo);
    expect(results.map(({ title, findings = [] }) => [title, findings.length > 0])).toEqual([
      ["Environment dev", false],
      ["Environment prod", true],
    ]);
    expect(results.map((result) => result["local-definitions"]["inventory-items"]?.length)).toEqual([1, 1]);
  });

  it("refer to nothing that is not there", () => {
    const items = new Set(dev?.["local-definitions"]["inventory-items"]?.map(({ uuid }) => uuid));
    const observations = new Set(dev?.observations?.map(({ uuid }) => uuid));
    const risks = new Set(dev?.risks?.map(({ uuid }) => uuid));
    const subjects = dev?.observations?.flatMap(({ subjects: own }) => own.map((one) => one["subject-uuid"])) ?? [];
    const related =
      dev?.findings?.flatMap((one) => one["related-observations"].map((ref) => ref["observation-uuid"])) ?? [];
    const risky = dev?.findings?.flatMap((one) => one["related-risks"].map((ref) => ref["risk-uuid"])) ?? [];
    expect(subjects.filter((uuid) => !items.has(uuid))).toEqual([]);
    expect(related.filter((uuid) => !observations.has(uuid))).toEqual([]);
    expect(risky.filter((uuid) => !risks.has(uuid))).toEqual([]);
    expect(new Set(risky)).toEqual(risks);
  });

  it("call no control satisfied, and find nothing where nothing was found", () => {
    const states = dev?.findings?.map(({ target }) => target.status.state) ?? [];
    expect(new Set(states)).toEqual(new Set(["not-satisfied"]));
    expect(resultsOf(evidence({ outcomes: [outcome()] }))[0]?.findings).toBeUndefined();
  });

  it("keep what is accepted as a risk with an approved deviation, its owner and its end", () => {
    const [risk] = resultsOf(evidence({ outcomes: [excepted()] }))[0]?.risks ?? [];
    expect(risk).toMatchObject({ status: "deviation-approved", deadline: "2027-01-31T23:59:59Z" });
    expect(Object.fromEntries(risk?.props.map(({ name, value }) => [name, value]) ?? [])).toMatchObject({
      ...{ owner: "platform-network", ticket: "NET-123", reason: "recorded by the firewall" },
    });
  });

  it("see of each resource what came of it, crashes and what was not evaluated among them", () => {
    const values = dev?.observations?.flatMap(({ subjects }) => subjects.map(({ props }) => props[0]?.value));
    expect(new Set(values)).toEqual(new Set(["passed", "failed", "excepted", "not-evaluated", "crashed"]));
  });

  it("call no control reviewed of which nothing was decided", () => {
    const unknown = outcome({ result: "not-evaluated", notEvaluated: "tags is unknown" });
    const rotated = outcome({ rule: "kms-rotation", urn: urnOf("key", "aws:kms/key:Key") });
    const selections = resultsOf(evidence({ outcomes: [unknown, rotated] }))[0]?.["reviewed-controls"][
      "control-selections"
    ];
    const ids = selections?.flatMap((one) => one["include-controls"].map((control) => control["control-id"]));
    expect(ids).toContain("cis-aws-5.0_3.6");
    expect(ids).not.toContain("cis-aws-5.0_3.7");
  });

  it("name controls as NIST's catalog does, or after their framework", () => {
    expect(controlIdOf("nist-800-53-r5", "AC-2(3)")).toBe("ac-2.3");
    expect(targetOf("nist-800-53-r5", "AC-2(3)")).toEqual({ type: "statement-id", "target-id": "ac-2.3_smt" });
    expect(controlIdOf("pci-4.0", "A1.1.3")).toBe("pci-4.0_A1.1.3");
  });
});

describe("compliance-trestle", () => {
  const dir = mkdtempSync(path.join(tmpdir(), "foundation-oscal-"));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const file = (name: string, document: object) => {
    const target = path.join(dir, `${name}.json`);
    writeFileSync(target, JSON.stringify(document));
    return target;
  };
  const timeout = 300_000;

  if (!hasPython) {
    it.skip("reads them and finds no mistake: skipped, there is no python3 with venv", () => {});
    return;
  }

  it("reads them and finds no mistake", { timeout }, async () => {
    const files = [
      file("all", oscalOf(all)),
      file("none", oscalOf(evidence())),
      file("two", oscalOf(ofTwo)),
      file("passed", oscalOf(evidence({ outcomes: [outcome()] }))),
    ];
    expect(await trestleErrors(files)).toBe("");
  });

  it.each([
    ["without an identifier", { uuid: "none" }],
    ["with an identifier twice", { results: [dev, dev] }],
  ])("refuses those %s", { timeout }, async (_case, change) => {
    const { "assessment-results": own } = oscalOf(all) as { "assessment-results": object };
    expect(await trestleErrors([file("bad", { "assessment-results": { ...own, ...change } })])).not.toBe("");
  });
});
