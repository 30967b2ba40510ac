import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv/dist/2020";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DriftResult } from "../../cli/drift/result";
import { sandboxParts, stateFile } from "../../cli/engine/sandbox-workplace";
import driftSchema from "../../docs/reference/drift.schema.json";
import { loadCloudState } from "../../sandbox/cloud/store";
import { type Ended, Foundation } from "../support/command";
import { account, expectedChanges, outsideChanges } from "../support/drift-cases";
import { Console } from "../support/outside";

const place = { account, region: "eu-west-1" };
const foundation = new Foundation();
const inConsole = (work: (console: Console) => void) => Console.open(foundation.sandbox, place, work);

/** Everything that a run may change: the states and the cloud, byte by byte. */
function kept(): string {
  const folder = path.dirname(stateFile(foundation.sandbox, "any"));
  const states = readdirSync(folder).sort();
  const files = states.map((name) => readFileSync(path.join(folder, name), "utf8"));
  return JSON.stringify([states, files, loadCloudState(sandboxParts(foundation.sandbox).cloud)]);
}

/** What a run reports: each thing, and each property with its kind, `?` where no program sets it. */
function reported({ stacks }: DriftResult): string[] {
  return stacks
    .flatMap(({ drift }) => drift)
    .map(({ kind, type, name, status, properties }) => {
      const what = `${type.split(":").at(-1)}/${name}`;
      if (kind === "deleted") return `${what} deleted${status === undefined ? "" : ` ${status}`}`;
      return `${what} ${properties.map((each) => `${each.kind} ${each.path}${each.managed ? "" : "?"}`).join(", ")}`;
    })
    .sort();
}

const validate = new Ajv().compile(driftSchema);

/** Runs `foundation drift staging`; proves that it changed nothing and that its JSON has the documented form. */
async function drift(...options: string[]): Promise<Ended & { json: DriftResult }> {
  const before = kept();
  const { json, ...ended } = await foundation.result(["drift", "staging", ...options]);
  if (!options.includes("--accept")) expect(kept() === before, "changed by drift").toBe(true);
  expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
  return { ...ended, json: json as unknown as DriftResult };
}

async function expectClean(): Promise<void> {
  const { code, json, stdout } = await drift();
  expect(reported(json)).toEqual([]);
  expect(stdout).toContain("The cloud is as the states record it.");
  expect(code).toBe(0);
}

afterAll(() => foundation.remove());

beforeAll(async () => {
  foundation.edit("staging", (yaml) => yaml.replace('version: "1.36"', 'version: "1.35"'));
  const { code, stdout, stderr } = await foundation.run(["up", "staging", "--sandbox", "--yes"]);
  expect(code, `${stdout}\n${stderr}`).toBe(0);
});

describe("foundation drift", () => {
  it("reports none in a cloud that nobody touched", expectClean);

  it("names exactly what was changed outside the program", async () => {
    await inConsole((cloud) => {
      for (const [what, changes] of Object.entries(outsideChanges)) cloud.set(what, changes);
      const igw = cloud.find("InternetGateway/staging").id;
      cloud.set("Route/staging-private-eu-west-1a", { gatewayId: igw, natGatewayId: null });
      cloud.set("RouteTableAssociation/staging-intra-eu-west-1a", {
        routeTableId: cloud.find("RouteTable/staging-public").id,
      });
      cloud.set("Alias/staging-cluster", { targetKeyId: cloud.create("aws:kms/key:Key", { description: "x" }).id });
    });
    const { code, json, stdout } = await drift();
    expect(reported(json)).toEqual([...expectedChanges].sort());
    expect(code).toBe(4);

    const subnet = json.stacks[0]?.drift.find(({ name }) => name === "staging-private-eu-west-1a");
    expect(subnet).toMatchObject({
      components: expect.arrayContaining(["Network staging"]),
      danger: true,
      properties: [{ path: "mapPublicIpOnLaunch", recorded: false, actual: true }],
    });
    const dangers = json.stacks[0]?.drift.map(({ danger }) => danger) ?? [];
    expect(dangers.indexOf(false)).toBeGreaterThan(dangers.lastIndexOf(true));
    expect(stdout).toContain("undo:    npx foundation up staging-network staging-cluster --refresh --sandbox");
  });

  it("skips what was never made", async () => {
    const { code, json } = await foundation.result(["drift", "prod"]);
    expect((json as unknown as DriftResult).stacks.map(({ result }) => result)).toEqual(["skipped", "skipped"]);
    expect(code).toBe(0);
  });
});
