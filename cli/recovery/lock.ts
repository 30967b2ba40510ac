import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { Stack } from "@pulumi/pulumi/automation";
import { CommandFailure } from "../errors";

/** Who holds a stack's lock, as the backend says it. */
export interface LockHolder {
  user: string;
  host: string;
  pid: number;
}

/** How long a holder that still runs on this machine is waited for: an engine whose parent was killed needs about 10 s. */
const patienceMs = 90_000;
const lookEveryMs = 250;

/** The holders named in the backend's refusal: `…: created by jo@build-7 (pid 4711) at 2026-…`. */
export function lockHolders(refusal: string): LockHolder[] {
  const pattern = /created by (\S*?)@(\S+) \(pid (\d+)\)/g;
  return [...refusal.matchAll(pattern)].map(([, user = "", host = "", pid]) => ({ user, host, pid: Number(pid) }));
}

/**
 * Frees a stack whose lock was left by a process that is gone from this machine.
 *
 * A holder that still runs here is waited for, since an engine outlives a killed parent by some seconds. A holder on
 * another machine is never touched: nobody here can know whether it still works.
 *
 * @throws CommandFailure naming the holder that keeps the lock.
 */
export async function breakDeadLock(stack: Stack, refusal: string, say: (line: string) => void): Promise<void> {
  const holders = lockHolders(refusal);
  const foreign = holders.find(({ host }) => host !== hostname());
  if (holders.length === 0 || foreign) {
    const who = foreign ? `${foreign.user} on ${foreign.host} (process ${foreign.pid})` : "another update";
    throw new CommandFailure(
      `${stack.name} is locked by ${who}; wait for it, or once it is surely gone run: pulumi cancel --stack ${stack.name}`,
    );
  }
  for (const holder of holders) await outlive(stack.name, holder, say);
  say(
    `${stack.name}: its lock was left by a process that is gone (${holders.map(({ pid }) => pid).join(", ")}); released`,
  );
  await stack.cancel();
}

async function outlive(stack: string, { pid }: LockHolder, say: (line: string) => void): Promise<void> {
  if (!isAlive(pid)) return;
  say(`${stack} is held by process ${pid} on this machine; waiting for it to end`);
  const deadline = performance.now() + patienceMs;
  while (isAlive(pid)) {
    if (performance.now() > deadline) {
      throw new CommandFailure(
        `${stack} is still held by process ${pid} on this machine; end it or wait, then run the command again`,
      );
    }
    await sleep(lookEveryMs);
  }
}

/** Whether a process of that id runs on this machine. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
