import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exitCodeOfReview, report } from "../../../cli/commands/report";
import type { Review } from "../../../review/model/schema";
import { everything } from "../../support/full-review";
import { change, review } from "../../support/reviews";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "report-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => path.join(folder, name);
const read = (name: string) => readFileSync(at(name), "utf8");
function write(name: string, value: unknown): string {
  writeFileSync(at(name), typeof value === "string" ? value : JSON.stringify(value));
  return at(name);
}

/** A review of one stack, as a job of its own makes it. */
function partOf(stack: string, given: Partial<Review> = {}): Review {
  const made = review({ changes: [change({ stack })], ...given });
  return { ...made, stacks: made.stacks.filter((one) => one.stack === stack) };
}

describe("foundation report", () => {
  it("writes every form of one review", () => {
    const outputs = {
      markdown: at("r.md"),
      summary: at("s.md"),
      html: at("r.html"),
      json: at("r.json"),
      sarif: at("r.sarif"),
    };
    const { lines, exitCode } = report([write("a.json", everything)], outputs);
    expect(read("r.md").split("\n")[0]).toBe("<!-- foundation-review -->");
    expect(read("s.md")).toContain("### Data at risk (1)");
    expect(read("r.html")).toMatch(/^<!doctype html>/);
    expect(JSON.parse(read("r.json"))).toEqual(JSON.parse(JSON.stringify(everything)));
    const [run] = JSON.parse(read("r.sarif")).runs;
    expect(run.results).toHaveLength(everything.findings.length);
    expect(run.invocations[0].endTimeUtc).toBe(everything.time);
    expect(lines[0]).toMatch(/^1 database would be replaced and its data lost \(prod-data\); /);
    expect(lines.at(-1)).toBe("gate cost of prod: +$412.10 a month is more than $200");
    expect(exitCode).toBe(3);
  });

  it("joins the reviews of several jobs", () => {
    const files = ["dev-network", "prod-network"].map((stack) => write(`${stack}.json`, partOf(stack)));
    report(files, { markdown: at("r.md"), id: "all" });
    expect(read("r.md")).toContain("<!-- foundation-review:all -->");
    expect(read("r.md")).toContain("| <b>2 stacks</b> |");
  });

  it("names every mistake of files that hold no review", () => {
    const { changes: _changes, ...without } = review();
    const wrong = write("wrong.json", { ...without, version: 2, time: "yesterday" });
    const reading = () => report([wrong, write("text.json", "no JSON"), at("none.json")], {});
    expect(reading).toThrow(/wrong\.json: version/);
    expect(reading).toThrow(/wrong\.json: time/);
    expect(reading).toThrow(/wrong\.json: changes/);
    expect(reading).toThrow(/text\.json: it is no JSON/);
    expect(reading).toThrow(/none\.json: cannot be read: ENOENT/);
  });

  it("does not join reviews with a stack in common, and writes nothing then", () => {
    const files = [write("a.json", partOf("dev-network")), write("b.json", partOf("dev-network"))];
    expect(() => report(files, { json: at("r.json") })).toThrow(/dev-network is in .*a\.json and in .*b\.json/);
    expect(() => read("r.json")).toThrow();
  });
});

describe("the exit code", () => {
  const stackOf = (result: Review["stacks"][number]["result"]): Partial<Review> => ({
    stacks: review().stacks.map((stack) => ({ ...stack, result })),
  });
  const gate = (name: Review["gates"][number]["gate"]) => ({
    gate: name,
    environment: "dev",
    passed: false,
    reason: "",
  });
  const [finding] = everything.findings.filter(({ level, state }) => level === "mandatory" && state === "new");
  const findings = finding ? [finding] : [];

  it.each<[string, Partial<Review>, number]>([
    ["is 0 where nothing is against it", { gates: [{ ...gate("cost"), passed: true }] }, 0],
    ["is 1 where a stack failed", stackOf("failed"), 1],
    ["is 1 by the gate of failed stacks, though skipped ones are no failure", { gates: [gate("failed")] }, 1],
    ["is 3 where policies are violated", stackOf("violated"), 3],
    ["is 3 where a finding is mandatory", { findings }, 3],
    ["is 3 by the gate of policies", { gates: [gate("policy"), gate("cost")] }, 3],
    ["is 3 rather than 1", { ...stackOf("failed"), findings }, 3],
    ["is 5 by the gate of cost", { gates: [gate("cost")] }, 5],
    ["is 5 by the gate of danger", { gates: [gate("danger")] }, 5],
    ["is 1 rather than 5", { ...stackOf("failed"), gates: [gate("cost")] }, 1],
    ["is 130 where it was cancelled", stackOf("cancelled"), 130],
  ])("%s", (_case, given, code) => expect(exitCodeOfReview(review(given))).toBe(code));
});
