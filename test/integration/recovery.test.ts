import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { sandboxParts, stateFile } from "../../cli/engine/sandbox-workplace";
import { readCloud } from "../../sandbox/cloud/read";
import type { Fault } from "../../sandbox/faults/fault";
import { writeFaults } from "../../sandbox/faults/store";
import { Foundation, type Running } from "../support/command";

/** Long enough for a kill to land while creates are recorded in the cloud and not yet in the state. */
const slow: Fault = { id: "slow", latencyMs: 400, rate: 1, seed: 1 };
const made: Foundation[] = [];
afterAll(() => {
  for (const foundation of made) foundation.remove();
});

function fresh(): Foundation {
  const foundation = new Foundation();
  made.push(foundation);
  return foundation;
}

/** Starts an `up` of dev-network and returns once its engine has begun to make things. */
async function halfWay(foundation: Foundation): Promise<Running> {
  const cloud = sandboxParts(foundation.sandbox).cloud;
  writeFaults(cloud, [slow]);
  const running = foundation.start(["up", "dev-network", "--sandbox", "--yes"]);
  while (running.process.exitCode === null && readCloud(cloud).length < 12)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(running.process.exitCode).toBeNull();
  writeFaults(cloud, []);
  return running;
}

/** Process ids of the engines that apply the stack, by what their command line says. */
function engines(foundation: Foundation): number[] {
  const lines = execFileSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" }).split("\n");
  return lines
    .filter((line) => /pulumi up /.test(line) && line.includes("dev-network") && isOurs(line, foundation))
    .map((line) => Number.parseInt(line, 10));
}

function isOurs(line: string, foundation: Foundation): boolean {
  const pid = Number.parseInt(line, 10);
  return readFileSync(`/proc/${pid}/environ`, "utf8").includes(foundation.sandbox);
}

/** Everything the state says exists, exists once in the cloud, and nothing else does. */
function expectNothingTwice(foundation: Foundation): void {
  const state = JSON.parse(readFileSync(stateFile(foundation.sandbox, "dev-network"), "utf8")).checkpoint.latest;
  const recorded = (state.resources as { type: string; id?: string }[])
    .filter(({ type, id }) => type.startsWith("aws:") && id !== undefined)
    .map(({ type, id }) => `${type} ${id}`);
  const cloud = readCloud(sandboxParts(foundation.sandbox).cloud).map(({ type, id }) => `${type} ${id}`);
  expect(state.pending_operations ?? []).toEqual([]);
  expect(cloud.sort()).toEqual(recorded.sort());
}

describe.skipIf(process.platform !== "linux")("after a kill -9 in the middle of foundation up", () => {
  it("of the engine, the next up ends complete with nothing twice", async () => {
    const foundation = fresh();
    const running = await halfWay(foundation);
    for (const pid of engines(foundation)) process.kill(pid, "SIGKILL");
    expect((await running.ended).code).toBe(1);

    const next = await foundation.result(["up", "dev-network", "--yes"]);
    expect(next.stderr).toContain("an earlier run ended in the middle of");
    expect(next.code).toBe(0);
    expectNothingTwice(foundation);
    expect((await foundation.result(["preview", "dev-network"])).stdout).toContain("Everything is unchanged.");
  });

  it("of the command, the next up ends complete with nothing twice", async () => {
    const foundation = fresh();
    const running = await halfWay(foundation);
    running.process.kill("SIGKILL");
    await running.ended;

    const next = await foundation.result(["up", "dev-network", "--yes"]);
    expect(next.code).toBe(0);
    expectNothingTwice(foundation);
    expect((await foundation.result(["preview", "dev-network"])).stdout).toContain("Everything is unchanged.");
  });
});

it("Ctrl-C leaves no lock and exits 130; the next up goes on", async () => {
  const foundation = fresh();
  const running = await halfWay(foundation);
  running.process.kill("SIGINT");
  const ended = await running.ended;
  expect(ended.code).toBe(130);
  expect(ended.stderr).toContain("cancelling");

  const next = await foundation.result(["up", "dev-network", "--yes"]);
  expect(next.stderr).not.toContain("lock");
  expect(next.code).toBe(0);
  expectNothingTwice(foundation);
});

it("a second Ctrl-C ends the engine at once and leaves no lock either", async () => {
  const foundation = fresh();
  const running = await halfWay(foundation);
  running.process.kill("SIGINT");
  await running.printed(/cancelling/);
  running.process.kill("SIGINT");
  const ended = await running.ended;
  expect(ended.code).toBe(130);
  expect(ended.stderr).toContain("ending at once");

  const next = await foundation.result(["up", "dev-network", "--yes"]);
  expect(next.stderr).not.toContain("lock");
  expect(next.code).toBe(0);
  expectNothingTwice(foundation);
});
