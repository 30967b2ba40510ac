import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sandboxParts } from "../../cli/engine/sandbox-workplace";
import { readCloud } from "../../sandbox/cloud/read";
import { writeFaults } from "../../sandbox/faults/store";
import { Foundation, type Running } from "../support/command";

const made: Foundation[] = [];
afterAll(() => {
  for (const foundation of made) foundation.remove();
});

function fresh(): Foundation {
  const foundation = new Foundation();
  made.push(foundation);
  // A command stays at its VPC for long enough for another one to come there too.
  const fault = { id: "slow", type: "aws:ec2/vpc:Vpc", call: "create" as const, latencyMs: 25_000, rate: 1, seed: 1 };
  writeFaults(cloudOf(foundation), [fault]);
  return foundation;
}

const cloudOf = (foundation: Foundation) => sandboxParts(foundation.sandbox).cloud;
const up = (foundation: Foundation, stack: string) => foundation.start(["up", stack, "--sandbox", "--yes"]);

async function until(condition: () => boolean, running: Running): Promise<void> {
  while (!condition() && running.process.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(running.process.exitCode).toBeNull();
}

/** How many VPCs the accounts have. */
const vpcs = (foundation: Foundation) =>
  readCloud(cloudOf(foundation)).filter(({ type }) => type === "aws:ec2/vpc:Vpc").length;

/** The process that serves the cloud; written by it, atomically. */
function owner(foundation: Foundation): number {
  const file = path.join(cloudOf(foundation), "owner.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { pid: number }).pid;
}

describe("two commands on one cloud", () => {
  it("both work side by side in one sandbox", async () => {
    const foundation = fresh();
    const first = up(foundation, "staging-network");
    await until(() => vpcs(foundation) === 1, first);
    // This one is not slow: it is through long before the first.
    writeFaults(cloudOf(foundation), []);
    const second = up(foundation, "dev-network");
    await until(() => vpcs(foundation) === 2, first);
    const served = owner(foundation);
    const ended = await second.ended;
    expect(ended.code, ended.stderr).toBe(0);
    expect(owner(foundation)).toBe(served);
    expect((await first.ended).code).toBe(0);

    const preview = await foundation.result(["preview", "dev-network", "staging-network"]);
    expect(preview.stdout).toContain("Everything is unchanged.");
  });

  it("the second hears that the sandbox was killed, and the next up of each recovers", async () => {
    const foundation = fresh();
    const first = up(foundation, "staging-network");
    await until(() => vpcs(foundation) === 1, first);
    const second = up(foundation, "dev-network");
    await until(() => vpcs(foundation) === 2, first);
    process.kill(owner(foundation), "SIGKILL");
    expect((await first.ended).code).toBe(1);
    const ended = await second.ended;
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain("has ended too early");
    expect(ended.stderr).toContain("Run the command again");

    writeFaults(cloudOf(foundation), []);
    const next = await foundation.result(["up", "dev-network", "staging-network", "--yes"]);
    expect(next.code, next.stderr).toBe(0);
    expect(vpcs(foundation)).toBe(2);
  });

  it("on one stack, the second waits for the first and finds everything made", async () => {
    const foundation = fresh();
    const first = up(foundation, "dev-network");
    await until(() => vpcs(foundation) === 1, first);
    const second = await up(foundation, "dev-network").ended;
    expect((await first.ended).code).toBe(0);
    expect(second.code, second.stderr).toBe(0);
    expect(second.stderr).toContain("waiting for it to end");
    expect(vpcs(foundation)).toBe(1);
    expect(existsSync(path.join(cloudOf(foundation), "owner.json"))).toBe(false);
  });
});
