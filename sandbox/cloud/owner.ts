import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import lockfile from "proper-lockfile";
import { writeAtomically } from "./store";

/** The process that owns a cloud. */
interface Owner {
  pid: number;
  /** Whether it only waits for engines that still work, and then goes. */
  leaving: boolean;
}

/** An owner that has not shown itself for so long is gone, even if another process has its id now. */
const silentMs = 30_000;
const showMs = 2_000;
const lookMs = 100;

export interface Ownership {
  /** Says that this process will go soon, so that another one waits for it. */
  leave(): void;
  release(): void;
}

/**
 * Makes this process the only one that uses the cloud in `dir`; waits for an owner that is leaving.
 *
 * @throws Error naming the process that uses it and stays.
 */
export async function own(dir: string): Promise<Ownership> {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  for (;;) {
    const other = await takeOver(dir);
    if (other === undefined) break;
    if (!other.leaving) {
      throw new Error(`the sandbox in ${dir} is in use by process ${other.pid}; end it, or wait until it is done`);
    }
    await sleep(lookMs);
  }
  const file = ownerFile(dir);
  const show = setInterval(() => fs.utimesSync(file, new Date(), new Date()), showMs);
  show.unref();
  return {
    leave: () => writeOwner(dir, { pid: process.pid, leaving: true }),
    release() {
      clearInterval(show);
      fs.rmSync(file, { force: true });
    },
  };
}

/** The process that uses the cloud in `dir` now, if any. */
export function userOf(dir: string): number | undefined {
  return livingOwner(dir)?.pid;
}

const ownerFile = (dir: string) => path.join(dir, "owner.json");
const writeOwner = (dir: string, owner: Owner) => writeAtomically(ownerFile(dir), JSON.stringify(owner));

/** Looks and takes under a lock that is held for a moment only, so that of two that find a dead owner one wins. */
async function takeOver(dir: string): Promise<Owner | undefined> {
  const retries = { retries: 200, minTimeout: 20, maxTimeout: 100 };
  const release = await lockfile.lock(dir, { lockfilePath: path.join(dir, "owner.lock"), retries });
  try {
    const owner = livingOwner(dir);
    if (owner === undefined) writeOwner(dir, { pid: process.pid, leaving: false });
    return owner;
  } finally {
    await release();
  }
}

function livingOwner(dir: string): Owner | undefined {
  const file = ownerFile(dir);
  const shown = fs.statSync(file, { throwIfNoEntry: false });
  if (shown === undefined || Date.now() - shown.mtimeMs > silentMs) return undefined;
  // Written by writeOwner, atomically.
  const owner = JSON.parse(fs.readFileSync(file, "utf8")) as Owner;
  return isAlive(owner.pid) ? owner : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
