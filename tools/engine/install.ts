import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { lock } from "proper-lockfile";
import { type Attempt, EngineError, reasonOf } from "./error";
import { isExecutable, versionOf } from "./path";

type Report = (line: string) => void;

/** A way of getting the CLI. */
export interface Way {
  source: "download" | "built";
  /** What it is called in an error. */
  name: string;
  /** What is reported when it starts: what is done and how long it takes. */
  announcement: string;
  /** Throws where this machine cannot go this way; answers within seconds. */
  check(): Promise<void>;
  /** Puts `bin/pulumi` into `folder`. `status` takes how far it has come. */
  run(folder: string, status: (text: string) => void): Promise<void>;
}

/** What stands in a whole engine folder beside bin/. */
interface Record {
  source: Way["source"];
  version: string;
}

const recordFile = "engine.json";
/** A lock whose holder has not renewed it for this long belongs to a dead process. */
const staleMs = 20_000;
const retryMs = 1_000;

/** The record of a whole installation; undefined where there is none, or where its executable is gone. */
export async function readRecord(folder: string): Promise<Record | undefined> {
  let text: string;
  try {
    text = await readFile(path.join(folder, recordFile), "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
  if (!(await isExecutable(path.join(folder, "bin", "pulumi")))) return undefined;
  // Written below and only ever put in place as a whole.
  return JSON.parse(text) as Record;
}

/**
 * Fills `folder` in the first of `ways` that works, unless another process does or has done it.
 *
 * Everything happens in a folder beside it that is renamed when it is whole and has answered with its version, so a
 * broken download or build leaves nothing.
 *
 * @throws EngineError with every way that was tried and why it failed.
 */
export async function install(
  folder: string,
  version: string,
  ways: readonly Way[],
  report: Report,
  advice: string,
): Promise<Record> {
  await makeCache(path.dirname(folder));
  const release = await lockOrWait(folder, report);
  try {
    const done = await readRecord(folder);
    if (done) return done;
    await removePartial(folder);
    const attempts: Attempt[] = [];
    for (const way of ways) {
      try {
        return await attempt(way, folder, version, report);
      } catch (error) {
        const reason = reasonOf(error);
        attempts.push({ way: way.name, reason });
        report(`${way.name} did not work: ${reason.split("\n", 1)[0]}`);
      }
    }
    throw new EngineError(attempts, advice);
  } finally {
    await release();
  }
}

async function attempt(way: Way, folder: string, version: string, report: Report): Promise<Record> {
  await way.check();
  const partial = `${folder}.partial-${process.pid}`;
  const ticker = new Ticker(way.announcement, report);
  try {
    await mkdir(partial, { recursive: true });
    await way.run(partial, (status) => ticker.set(status));
    const got = await versionOf(path.join(partial, "bin", "pulumi"));
    if (got !== version) throw new Error(`got version ${got} where ${version} was asked for`);
    const record: Record = { source: way.source, version };
    await writeFile(path.join(partial, recordFile), `${JSON.stringify(record)}\n`);
    // What a process without our lock, e.g. an older release of this project, may have left there is not whole.
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
    report(`Pulumi CLI ${version} is ready after ${ticker.seconds} s, kept in ${folder}`);
    return record;
  } finally {
    ticker.stop();
    await rm(partial, { recursive: true, force: true });
  }
}

async function makeCache(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const attempt = { way: `keep it in ${folder}`, reason: reasonOf(error) };
    throw new EngineError([attempt], "Set FOUNDATION_CACHE to a folder that may be written, and run this again.");
  }
}

/** What killed processes have left behind. */
async function removePartial(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  const prefix = `${path.basename(folder)}.partial-`;
  const left = (await readdir(parent)).filter((name) => name.startsWith(prefix));
  await Promise.all(left.map((name) => rm(path.join(parent, name), { recursive: true, force: true })));
}

async function lockOrWait(folder: string, report: Report): Promise<() => Promise<void>> {
  for (let told = false; ; told = true) {
    try {
      return await holdLock(folder);
    } catch (error) {
      // proper-lockfile's own code; anything else, e.g. a folder that may not be written, is not a reason to wait.
      if ((error as NodeJS.ErrnoException).code !== "ELOCKED") throw error;
    }
    if (!told) report("another process is getting the Pulumi CLI; waiting for it");
    await delay(retryMs);
  }
}

async function holdLock(folder: string): Promise<() => Promise<void>> {
  let lost = false;
  const release = await lock(folder, {
    realpath: false,
    stale: staleMs,
    update: staleMs / 4,
    // After a laptop's sleep another process may have taken over. Each works in a folder of its own, so going on is safe.
    onCompromised: () => {
      lost = true;
    },
  });
  return async () => {
    if (!lost) await release();
  };
}

/** Says every so often that work goes on. */
class Ticker {
  private readonly started = performance.now();
  private readonly timer: NodeJS.Timeout;
  private status = "";

  constructor(announcement: string, report: Report) {
    report(announcement);
    // A log keeps every line, a terminal's reader wants to see that it is alive.
    const every = process.stderr.isTTY ? 15_000 : 30_000;
    this.timer = setInterval(() => {
      report(`still at it after ${this.seconds} s${this.status && `: ${this.status}`}`);
    }, every);
  }

  get seconds(): number {
    return Math.round((performance.now() - this.started) / 1000);
  }

  set(status: string): void {
    this.status = status;
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
