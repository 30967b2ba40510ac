import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ownership, own } from "../../../sandbox/cloud/owner";

/** Becomes the owner, as is expected here. */
async function owned(dir: string): Promise<Ownership> {
  const result = await own(dir);
  if ("guestPort" in result) throw new Error(`process ${result.pid} owns ${dir}`);
  return result;
}

const served = { attach: "aws:1", guestPort: 2 };

describe("own", () => {
  let dir: string;
  beforeEach(() => {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), "owner-"));
  });
  afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

  const write = (owner: object) => fs.writeFileSync(path.join(dir, "owner.json"), JSON.stringify(owner));

  it("says who serves the cloud and where, once it is served", async () => {
    const first = await owned(dir);
    const second = own(dir);
    first.serve(served);
    expect(await second).toEqual({ ...served, pid: process.pid });
    first.release();
    (await owned(dir)).release();
  });

  it("takes over from a process that was killed", async () => {
    const child = spawn(process.execPath, ["-e", "process.stdin.resume()"]);
    write({ pid: child.pid, leaving: false, served });
    expect(await own(dir)).toEqual({ ...served, pid: child.pid });
    child.kill("SIGKILL");
    await once(child, "exit");
    (await owned(dir)).release();
  });

  it("takes over from a process that has not shown itself, whoever has its id now", async () => {
    write({ pid: process.pid, leaving: false });
    const longAgo = new Date(Date.now() - 60_000);
    fs.utimesSync(path.join(dir, "owner.json"), longAgo, longAgo);
    (await owned(dir)).release();
  });

  it("waits for one that is leaving", async () => {
    const first = await owned(dir);
    first.leave();
    let taken = false;
    const second = owned(dir).then((ownership) => {
      taken = true;
      return ownership;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(taken).toBe(false);
    first.release();
    (await second).release();
  });
});
