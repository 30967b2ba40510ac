import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv2020 from "ajv/dist/2020";
import { afterAll, describe, expect, it } from "vitest";
import { sandboxParts } from "../../cli/engine/sandbox-workplace";
import type { RunResult } from "../../cli/report/result";
import { readCloud } from "../../sandbox/cloud/read";
import { Foundation } from "../support/command";

const foundation = new Foundation();
afterAll(() => foundation.remove());

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

describe.each(["dev", "staging", "prod"])("%s", (environment) => {
  it("comes up, is unchanged, refuses to be destroyed, and goes", async () => {
    const first = await foundation.result(["up", environment, "--yes"]);
    expect(first.stderr + first.stdout).not.toContain("error");
    expect(first.code).toBe(0);
    expect(operations(first.json)).toEqual(new Set(["create"]));

    const again = await foundation.result(["preview", environment]);
    expect([...operations(again.json)]).toEqual(["same"]);
    expect(again.stdout).toContain("Everything is unchanged.");

    const refused = await foundation.run(["destroy", environment, "--sandbox", "--yes"]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/nothing was deleted: \d+ resources? protected/);
    const kept = await foundation.result(["preview", environment]);
    expect([...operations(kept.json)]).toEqual(["same"]);

    foundation.edit(environment, (yaml) => yaml.replace("deletionProtection: true", "deletionProtection: false"));
    const freed = await foundation.result(["up", environment, "--yes"]);
    expect(freed.code).toBe(0);
    expect(freed.json.totals.delete + freed.json.totals.replace).toBe(0);

    const gone = await foundation.result(["destroy", environment, "--yes"]);
    expect(gone.stderr).not.toContain("error");
    expect(gone.code).toBe(0);
    const accountId = /accountId: "(\d+)"/.exec(
      readFileSync(path.join(foundation.environments, `${environment}.yaml`), "utf8"),
    )?.[1];
    const left = readCloud(sandboxParts(foundation.sandbox).cloud).filter(({ account }) => account === accountId);
    expect(
      left.map(({ type, status }) => `${type} ${status}`).filter((text) => !/PendingDeletion|recovery/i.test(text)),
    ).toEqual([]);
  });
});
