import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { lock } from "proper-lockfile";
import { type Attempt, InstallError, reasonOf } from "./error";
import { isExecutable } from "./path";

export type Report = (line: string) => void;

/** A program that takes long to get and is kept outside the repository. */
export interface Program {
  /** What it is called, e.g. "Pulumi CLI". */
  name: string;
  /** E.g. "3.250.0". */
  version: string;
  /** Folder that it is kept in, with its executable in `bin/`. */
  folder: string;
  /** File name of its executable. */
  executable: string;
  /** File beside bin/ that says that the folder is whole. */
  recordFile: string;
  /** What the executable answers when it is asked for its version. */
  versionOf(executable: string): Promise<string>;
  /** What to install where it could not be got. */
  advice: string;
}

/** A way of getting a program. */
export interface Way {
  source: "download" | "built";
  /** What it is called in an error. */
  name: string;
  /** What is reported when it starts: what is done and how long it takes. */
  announcement: string;
  /** Throws where this machine cannot go this way; answers within seconds. */
  check(): Promise<void>;
  /** Puts `bin/` with the executable into `folder`. `status` takes how far it has come. */
  run(folder: string, status: (text: string) => void): Promise<void>;
}

/** What stands in a whole folder beside bin/. */
interface Record {
  source: Way["source"];
  version: string;
}

/** A lock whose holder has not renewed it for this long belongs to a dead process. */
const staleMs = 20_000;
const retryMs = 1_000;

/** The program's executable, where it is kept. */
export const executableOf = ({ folder, executable }: Pick<Program, "folder" | "executable">): string =>
  path.join(folder, "bin", executable);

/** The record of a whole installation; undefined where there is none, or where its executable is gone. */
export async function readRecord(program: Program): Promise<Record | undefined> {
  const { folder, recordFile } = program;
  let text: string;
  try {
    text = await readFile(path.join(folder, recordFile), "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
  if (!(await isExecutable(executableOf(program)))) return undefined;
  // Written below and only ever put in place as a whole.
  return JSON.parse(text) as Record;
}

/**
 * Fills the program's folder in the first of `ways` that works, unless another process does or has done it.
 *
 * Everything happens in a folder beside it that is renamed when it is whole and has answered with its version, so a
 * broken download or build leaves nothing.
 *
 * @throws InstallError with every way that was tried and why it failed.
 */
export async function install(program: Program, ways: readonly Way[], report: Report): Promise<Record> {
  await makeCache(program);
  const release = await lockOrWait(program, report);
  try {
    const done = await readRecord(program);
    if (done) return done;
    await removePartial(program.folder);
    const attempts: Attempt[] = [];
    for (const way of ways) {
      try {
        return await attempt(way, program, report);
      } catch (error) {
        const reason = reasonOf(error);
        attempts.push({ way: way.name, reason });
        report(`${way.name} did not work: ${reason.split("\n", 1)[0]}`);
      }
    }
    throw new InstallError(program.name, attempts, program.advice);
  } finally {
    await release();
  }
}

async function attempt(way: Way, program: Program, report: Report): Promise<Record> {
  const { name, version, folder, recordFile } = program;
  await way.check();
  const partial = `${folder}.partial-${process.pid}`;
  const ticker = new Ticker(way.announcement, report);
  try {
    await mkdir(partial, { recursive: true });
    await way.run(partial, (status) => ticker.set(status));
    const got = await program.versionOf(executableOf({ ...program, folder: partial }));
    if (got !== version) throw new Error(`got version ${got} where ${version} was asked for`);
    const record: Record = { source: way.source, version };
    await writeFile(path.join(partial, recordFile), `${JSON.stringify(record)}\n`);
    // What a process without our lock, e.g. an older release of this project, may have left there is not whole.
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
    report(`${name} ${version} is ready after ${ticker.seconds} s, kept in ${folder}`);
    return record;
  } finally {
    ticker.stop();
    await rm(partial, { recursive: true, force: true });
  }
}

async function makeCache(program: Program): Promise<void> {
  const folder = path.dirname(program.folder);
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const attempt = { way: `keep it in ${folder}`, reason: reasonOf(error) };
    const advice = "Set FOUNDATION_CACHE to a folder that may be written, and run this again.";
    throw new InstallError(program.name, [attempt], advice);
  }
}

/** What killed processes have left behind. */
async function removePartial(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  const prefix = `${path.basename(folder)}.partial-`;
  const left = (await readdir(parent)).filter((name) => name.startsWith(prefix));
  await Promise.all(left.map((name) => rm(path.join(parent, name), { recursive: true, force: true })));
}

async function lockOrWait({ name, folder }: Program, report: Report): Promise<() => Promise<void>> {
  for (let told = false; ; told = true) {
    try {
      return await holdLock(folder);
    } catch (error) {
      // proper-lockfile's own code; anything else, e.g. a folder that may not be written, is not a reason to wait.
      if ((error as NodeJS.ErrnoException).code !== "ELOCKED") throw error;
    }
    if (!told) report(`another process is getting the ${name}; waiting for it`);
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
