import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type { AnalyzeResponse } from "@pulumi/pulumi/proto/analyzer_pb";
import { afterAll, describe, expect, it } from "vitest";
import type { Outcome } from "../../../policy-packs/core/outcome";
import { analyzeRequest, judgementOf } from "../../support/policy";

const pack = path.resolve(__dirname, "../../../policy-packs/tagging-cost");

/** A pack as the engine starts it. */
describe("a policy pack's process", () => {
  const dir = mkdtempSync(path.join(tmpdir(), "foundation-serve-"));
  afterAll(() => rmSync(dir, { recursive: true }));

  const start = (variables: NodeJS.ProcessEnv) =>
    spawn(process.execPath, [pack], { cwd: pack, env: { ...process.env, ...variables }, stdio: "pipe" });

  it("prints its port, answers, and adds a line for each outcome to the file that is named", async () => {
    const file = path.join(dir, "outcomes.jsonl");
    writeFileSync(file, "before\n");
    const child = start({ FOUNDATION_OUTCOMES: file });
    try {
      const [port] = await once(createInterface(child.stdout), "line");
      const client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
      const request = analyzeRequest({ type: "aws:ebs/volume:Volume", name: "data", props: { type: "gp2", size: 10 } });
      const response = await new Promise<AnalyzeResponse>((resolve, reject) => {
        client.analyze(request, (error, answer) => (error ? reject(error) : resolve(answer)));
      });
      client.close();
      const rules = judgementOf(response).violations.map(({ rule }) => rule);
      const [before, ...lines] = readFileSync(file, "utf8").trim().split("\n");
      const outcomes = lines.map((line) => JSON.parse(line) as Outcome);
      expect(before).toBe("before");
      expect(rules.length).toBeGreaterThan(0);
      expect(outcomes.flatMap(({ rule, findings }) => findings.map(() => rule))).toEqual(rules);
    } finally {
      child.kill();
    }
  });

  it.each([
    ["FOUNDATION_STANDARD", "rules: { nothing: { level: disabled } }", /nothing/],
    ["FOUNDATION_EXCEPTIONS", "bounds: 3", /exceptions\.yaml|FOUNDATION_EXCEPTIONS|bounds/],
  ])("ends with the mistakes in the file of %s, and no more words", async (variable, text, said) => {
    const file = path.join(dir, variable);
    writeFileSync(file, text);
    const child = start({ [variable]: file });
    let words = "";
    child.stderr.setEncoding("utf8").on("data", (more: string) => (words += more));
    const [code] = await once(child, "close");
    expect(code).toBe(2);
    expect(words).toMatch(said);
    expect(words).not.toContain("    at ");
  });
});
