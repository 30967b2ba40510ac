import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import lockfile from "proper-lockfile";
import { writeAtomically } from "./store";

/** Where the owner of a cloud serves it. */
export interface Served {
  /** Value of PULUMI_DEBUG_PROVIDERS. */
  attach: string;
  /** Port on 127.0.0.1: who is connected to it keeps the owner from going. */
  guestPort: number;
}

/** The process that owns a cloud. */
interface Owner {
  pid: number;
  /** Whether it only waits for engines that still work, and then goes. */
  leaving: boolean;
  /** Absent until it serves. */
  served?: Served;
}

/** A cloud that another process owns and serves. */
export interface Host extends Served {
  pid: number;
}

/** An owner that has not shown itself for so long is gone, even if another process has its id now. */
const silentMs = 30_000;
const showMs = 2_000;
const lookMs = 100;

export interface Ownership {
  /** Says where the cloud is served, so that other commands use it too. */
  serve(served: Served): void;
  /** Says that this process will go soon, so that another one waits for it. */
  leave(): void;
  release(): void;
}

/**
 * Makes this process the only one that opens the cloud in `dir`, unless another one serves it already.
 *
 * An owner that is leaving, or does not serve yet, is waited for; one that is gone is taken over from.
 */
export async function own(dir: string): Promise<Ownership | Host> {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  for (;;) {
    const other = await takeOver(dir);
    if (other === undefined) return ownership(dir);
    if (!other.leaving && other.served !== undefined) return { ...other.served, pid: other.pid };
    await sleep(lookMs);
  }
}

function ownership(dir: string): Ownership {
  const file = ownerFile(dir);
  const show = setInterval(() => fs.utimesSync(file, new Date(), new Date()), showMs);
  show.unref();
  return {
    serve: (served) => writeOwner(dir, { pid: process.pid, leaving: false, served }),
    leave: () => writeOwner(dir, { pid: process.pid, leaving: true }),
    release() {
      clearInterval(show);
      fs.rmSync(file, { force: true });
    },
  };
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
