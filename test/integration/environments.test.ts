import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import Ajv2020 from "ajv/dist/2020";
import { afterAll, describe, expect, it } from "vitest";
import { sandboxParts, stateFile } from "../../cli/engine/sandbox-workplace";
import type { CheckResult } from "../../cli/policies/check-result";
import { lookups } from "../../cli/recovery/lookups";
import type { RunResult } from "../../cli/report/result";
import { readCloud } from "../../sandbox/cloud/read";
import { regulatedGaps } from "../../tools/generate/regulated-gaps";
import { Foundation } from "../support/command";

const foundation = new Foundation();
afterAll(() => foundation.remove());

/** Production ends only with an exception from what protects it. */
const acceptedEnd = `
bounds: [{ owners: [platform-security], severity: critical, maximumDays: 30 }]
exceptions:
  - rule: service-deletion-protection
    resource: urn:pulumi:prod-cluster::*
    owner: platform-security
    reason: the environment is given up
    ticket: OPS-1
    since: 2026-11-24
    expires: 2026-11-30
`;

const operations = (json: RunResult) => new Set(json.stacks.flatMap(({ resources }) => resources.map(({ op }) => op)));
const schema = JSON.parse(readFileSync(path.resolve(__dirname, "../../docs/reference/result.schema.json"), "utf8"));

it("previews all six stacks before anything exists, with no mandatory violation, in the published form", async () => {
  const { code, json, stderr } = await foundation.result(["preview"]);
  expect(stderr).not.toContain("error");
  expect(code).toBe(0);
  expect(json.stacks.map(({ stack, result }) => `${stack} ${result}`)).toEqual(
    ["dev", "prod", "staging"].flatMap((name) => [`${name}-network succeeded`, `${name}-cluster succeeded`]),
  );
  expect(json.totals.resources).toBeGreaterThanOrEqual(200);
  expect(json.totals.mandatory).toBe(0);
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
  expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
});

describe("all three environments", () => {
  const environments = ["dev", "prod", "staging"];
  const cloud = () => readCloud(sandboxParts(foundation.sandbox).cloud);

  it("come up, and are unchanged then", async () => {
    const { code, json, stdout, stderr } = await foundation.result(["up", ...environments, "--yes"]);
    expect(stderr + stdout).not.toContain("error");
    expect(code).toBe(0);
    expect(operations(json)).toEqual(new Set(["create"]));

    const again = await foundation.result(["preview"]);
    expect([...operations(again.json)]).toEqual(["same"]);
    expect(again.stdout).toContain("Everything is unchanged.");
  });

  it("are judged by what their states record, without a preview", async () => {
    const stacks = environments.flatMap((name) => [`${name}-network`, `${name}-cluster`]);
    const named = stacks.flatMap((stack) => ["--stack", stack]);
    const { code, stdout, stderr } = await foundation.run(["policies", "check", "--sandbox", ...named, "--json", "-"]);
    const { states, totals } = JSON.parse(stdout) as CheckResult;
    expect(code, stderr).toBe(0);
    expect(states.map(({ stack, resources }) => [stack, resources > 3])).toEqual(stacks.map((stack) => [stack, true]));
    expect(totals.mandatory).toBe(0);
    expect(totals.passed).toBeGreaterThan(150);
    // One of many that it takes the relations between resources to see.
    const state = readFileSync(stateFile(foundation.sandbox, "dev-network"), "utf8");
    const without = path.join(foundation.sandbox, "without-flow-logs.json");
    writeFileSync(without, state.replaceAll("aws:ec2/flowLog:FlowLog", "aws:ec2/tag:Tag"));
    const bad = await foundation.run(["policies", "check", "--state", without]);
    expect(bad.code).toBe(3);
    expect(bad.stdout).toContain("dev-network dev: the VPC has no flow log");
  });

  it("meet the regulated preset but where its page says so", async () => {
    const states = environments
      .flatMap((name) => [`${name}-network`, `${name}-cluster`])
      .flatMap((stack) => ["--state", stateFile(foundation.sandbox, stack)]);
    const regulated = path.join(foundation.sandbox, "regulated.yaml");
    writeFileSync(regulated, "preset: regulated\n");
    const { stdout } = await foundation.run(["policies", "check", ...states, "--json", "-"], {
      FOUNDATION_STANDARD: regulated,
    });
    const stopped = (JSON.parse(stdout) as CheckResult).states.flatMap(({ stack, policies }) =>
      policies.filter(({ level }) => level === "mandatory").map(({ rule }) => `${rule} ${stack}`),
    );
    const listed = regulatedGaps.flatMap(({ rule, stacks }) => stacks.map((stack) => `${rule} ${stack}`));
    expect([...new Set(stopped)].sort()).toEqual(listed.sort());
  });

  it("are made of nothing that recovery could not find again", () => {
    const resources = cloud();
    expect(resources.filter(({ type }) => type.startsWith("aws:") && lookups[type] === undefined)).toEqual([]);
    const tagged = resources.filter(({ type }) => lookups[type]?.by === "tags");
    const names = tagged.map(({ account, region, type, tags }) => `${account} ${region} ${type} ${tags.Name}`);
    expect(names.filter((name) => name.endsWith("undefined"))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("list what is protected and delete nothing while anything is", async () => {
    const before = cloud();
    const { code, stderr } = await foundation.run(["destroy", ...environments, "--sandbox", "--yes"]);
    expect(code).toBe(1);
    expect(stderr).toContain("nothing was deleted: 9 resources protected");
    for (const environment of environments) {
      expect(stderr).toContain(`${environment}-cluster  aws:kms/key:Key`);
      expect(stderr).toContain(`${environment}-cluster  aws:eks/cluster:Cluster`);
      expect(stderr).toContain(`${environment}-network  aws:ec2/vpc:Vpc`);
    }
    expect(cloud()).toEqual(before);
  });

  it("go once that is allowed, and leave only keys that wait for their deletion", async () => {
    for (const environment of environments) {
      foundation.edit(environment, (yaml) => yaml.replace("deletionProtection: true", "deletionProtection: false"));
    }
    const refused = await foundation.result(["up", "prod-cluster", "--yes"]);
    expect(refused.code).toBe(3);
    expect(refused.stdout).toContain("service-deletion-protection");

    const exceptions = path.join(foundation.sandbox, "exceptions.yaml");
    writeFileSync(exceptions, acceptedEnd);
    const accepted = { FOUNDATION_EXCEPTIONS: exceptions, FOUNDATION_TODAY: "2026-11-25" };
    const freed = await foundation.result(["up", ...environments, "--yes"], accepted);
    expect(freed.code).toBe(0);
    const updated = freed.json.stacks.flatMap(({ resources }) => resources.filter(({ op }) => op !== "same"));
    expect(updated.filter(({ type }) => type.startsWith("aws:")).map(({ op }) => op)).toEqual(Array(9).fill("update"));

    const gone = await foundation.result(["destroy", ...environments, "--yes"]);
    expect(gone.stdout + gone.stderr).not.toContain("error");
    expect(gone.code).toBe(0);
    expect(new Set(cloud().map(({ type, status }) => `${type} ${status}`))).toEqual(
      new Set(["aws:kms/key:Key PendingDeletion"]),
    );
  });
});
