import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import type { Stack } from "@pulumi/pulumi/automation";
import { describe, expect, it } from "vitest";
import { breakDeadLock, isAlive, lockHolders } from "../../../cli/recovery/lock";

/** What the file backend says; the form is the engine's own (backend/diy/lock.go). */
const refusal = (host: string, pid: number) =>
  `error: the stack is currently locked by 1 lock(s). Either wait for the other process(es) to end or delete the lock file with \`pulumi cancel\`.
  file:///state/.pulumi/locks/organization/foundation/dev-network/0b1c.json: created by jo@${host} (pid ${pid}) at 2026-11-23T10:00:00Z`;

/** The id of a process that has ended. */
const gone = () => spawnSync(process.execPath, ["-e", ""]).pid;

function stack() {
  const calls: string[] = [];
  const double = { name: "dev-network", cancel: async () => void calls.push("cancel") } as unknown as Stack;
  return { double, calls };
}

describe("lockHolders", () => {
  it("reads user, host and process of each lock", () => {
    expect(lockHolders(`${refusal("build-7", 4711)}\n  x: created by al@laptop.local (pid 12) at now`)).toEqual([
      { user: "jo", host: "build-7", pid: 4711 },
      { user: "al", host: "laptop.local", pid: 12 },
    ]);
  });

  it("finds none in another message", () => {
    expect(lockHolders("error: no stack named 'dev' found")).toEqual([]);
  });
});

describe("breakDeadLock", () => {
  it("releases the lock of a process of this machine that is gone", async () => {
    const said: string[] = [];
    const { double, calls } = stack();
    await breakDeadLock(double, refusal(hostname(), gone()), (line) => said.push(line));
    expect(calls).toEqual(["cancel"]);
    expect(said.join()).toContain("left by a process that is gone");
  });

  it("fails, naming the holder, when the lock is another machine's", async () => {
    const { double, calls } = stack();
    await expect(breakDeadLock(double, refusal("build-7", gone()), () => {})).rejects.toThrow(
      "dev-network is locked by jo on build-7",
    );
    expect(calls).toEqual([]);
  });

  it("fails when the backend names no holder", async () => {
    const { double, calls } = stack();
    await expect(
      breakDeadLock(double, "[409] Conflict: Another update is currently in progress.", () => {}),
    ).rejects.toThrow("locked by another update");
    expect(calls).toEqual([]);
  });
});

it("tells a running process from one that has ended", () => {
  expect(isAlive(process.pid)).toBe(true);
  expect(isAlive(gone())).toBe(false);
});
