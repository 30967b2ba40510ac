import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { own } from "../../../sandbox/cloud/owner";

describe("own", () => {
  let dir: string;
  beforeEach(() => {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), "owner-"));
  });
  afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

  const write = (owner: object) => fs.writeFileSync(path.join(dir, "owner.json"), JSON.stringify(owner));

  it("says which process uses the cloud", async () => {
    const first = await own(dir);
    await expect(own(dir)).rejects.toThrow(`is in use by process ${process.pid}`);
    first.release();
    (await own(dir)).release();
  });

  it("takes over from a process that was killed", async () => {
    const child = spawn(process.execPath, ["-e", "process.stdin.resume()"]);
    write({ pid: child.pid, leaving: false });
    await expect(own(dir)).rejects.toThrow(`is in use by process ${child.pid}`);
    child.kill("SIGKILL");
    await once(child, "exit");
    (await own(dir)).release();
  });

  it("takes over from a process that has not shown itself, whoever has its id now", async () => {
    write({ pid: process.pid, leaving: false });
    const longAgo = new Date(Date.now() - 60_000);
    fs.utimesSync(path.join(dir, "owner.json"), longAgo, longAgo);
    (await own(dir)).release();
  });

  it("waits for one that is leaving", async () => {
    const first = await own(dir);
    first.leave();
    let taken = false;
    const second = own(dir).then((ownership) => {
      taken = true;
      return ownership;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(taken).toBe(false);
    first.release();
    (await second).release();
  });
});
