import fs from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type Change, Cloud, type CloudState } from "./cloud";

/** What `cloud.json` holds. The journal of the same generation has what happened since. */
interface Snapshot extends CloudState {
  version: 1;
  generation: number;
}

const snapshotHead = z.object({
  version: z.literal(1),
  generation: z.int(),
  resources: z.array(z.unknown()),
  issued: z.record(z.string(), z.number()),
});

/** Journal bytes beyond the snapshot's own size at which a new snapshot is worth writing. */
const compactBytes = 4 * 1024 * 1024;

export interface StoredCloud {
  cloud: Cloud;
  /** Writes a last snapshot. */
  close(): void;
}

/**
 * Opens the cloud kept in `dir`, which may be absent.
 *
 * Each request's changes are one line of the journal, written before the request is answered, so a process that is
 * killed at any moment has either made all of a request's changes or none.
 *
 * @throws Error where the snapshot is not one of this version.
 */
export function openCloud(dir: string): StoredCloud {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  const loaded = load(dir);
  const journal = new Journal(dir, loaded.generation);
  const cloud: Cloud = new Cloud(loaded.state, (changes) => {
    journal.append(changes);
    if (journal.outgrown) compactLater(journal, cloud);
  });
  journal.compact(cloud.state());
  return {
    cloud,
    close() {
      if (!journal.empty) journal.compact(cloud.state());
      journal.close();
    },
  };
}

/** A request is kept by its line: a snapshot that cannot be written, since the disk is full for one, must not undo it. */
function compactLater(journal: Journal, cloud: Cloud): void {
  try {
    journal.compact(cloud.state());
  } catch (error) {
    process.stderr.write(`the cloud's snapshot is not written, its journal goes on: ${String(error)}\n`);
  }
}

/** The state that `dir` holds, changing nothing; safe while a sandbox is using it. */
export function loadCloudState(dir: string): CloudState {
  return load(dir).state;
}

const snapshotFile = (dir: string) => path.join(dir, "cloud.json");
const journalFile = (dir: string, generation: number) => path.join(dir, `journal-${generation}.jsonl`);

function load(dir: string): { state: CloudState; generation: number } {
  for (;;) {
    const before = identity(dir);
    const snapshot = readSnapshot(dir);
    const changes = readJournal(journalFile(dir, snapshot.generation));
    // Meanwhile its owner may have put the journal into a new snapshot.
    if (identity(dir) !== before) continue;
    const cloud = new Cloud(snapshot);
    for (const change of changes) cloud.replay(change);
    return { state: cloud.state(), generation: snapshot.generation };
  }
}

/** A snapshot is replaced as a whole, which its inode shows. */
const identity = (dir: string) => fs.statSync(snapshotFile(dir), { throwIfNoEntry: false })?.ino;

function readSnapshot(dir: string): Snapshot {
  const file = snapshotFile(dir);
  if (!fs.existsSync(file)) return { version: 1, generation: 0, resources: [], issued: {} };
  const parsed: unknown = JSON.parse(fs.readFileSync(file, "utf8"));
  const checked = snapshotHead.safeParse(parsed);
  if (!checked.success) throw new Error(`${file} is not a cloud of this version: ${z.prettifyError(checked.error)}`);
  // Each resource was written by this module; checking every one would make large clouds slow to open.
  return parsed as Snapshot;
}

/** A last line without its line end was being written when the process was killed: its request was never answered. */
function readJournal(file: string): Change[] {
  if (!fs.existsSync(file)) return [];
  const lines = fs.readFileSync(file, "utf8").split("\n");
  lines.pop();
  return lines.flatMap((line, index) => {
    try {
      // Written by this module, one array of changes a line.
      return JSON.parse(line) as Change[];
    } catch (error) {
      const where = `${file}: line ${index + 1} of ${lines.length} is damaged, as when the power fails`;
      throw new Error(`${where}; cut the file off before it, or forget the cloud: foundation sandbox reset`, {
        cause: error,
      });
    }
  });
}

class Journal {
  private file: number | undefined;
  private bytes = 0;
  private snapshotBytes = 0;

  constructor(
    private readonly dir: string,
    private generation: number,
  ) {}

  get empty(): boolean {
    return this.bytes === 0;
  }

  get outgrown(): boolean {
    return this.bytes > compactBytes + this.snapshotBytes;
  }

  append(changes: Change[]): void {
    this.file ??= fs.openSync(journalFile(this.dir, this.generation), "a", 0o600);
    const line = Buffer.from(`${JSON.stringify(changes)}\n`);
    try {
      for (let written = 0; written < line.length; ) written += fs.writeSync(this.file, line, written);
    } catch (error) {
      // A part of a line, followed by others, could not be read again.
      fs.ftruncateSync(this.file, this.bytes);
      throw error;
    }
    this.bytes += line.length;
  }

  /** Writes a snapshot beside the old one and renames it; only then the old journal is of no use any more. */
  compact(state: CloudState): void {
    const old = journalFile(this.dir, this.generation);
    const snapshot: Snapshot = { version: 1, generation: this.generation + 1, ...state };
    const content = JSON.stringify(snapshot);
    writeAtomically(snapshotFile(this.dir), content);
    this.close();
    this.generation += 1;
    this.bytes = 0;
    this.snapshotBytes = content.length;
    fs.rmSync(old, { force: true });
  }

  close(): void {
    if (this.file !== undefined) fs.closeSync(this.file);
    this.file = undefined;
  }
}

/** Replaces a file so that a reader sees the old content or the new, whenever the process or the machine stops. */
export function writeAtomically(file: string, content: string): void {
  const temporary = `${file}.${process.pid}`;
  const handle = fs.openSync(temporary, "w", 0o600);
  try {
    fs.writeFileSync(handle, content);
    fs.fsyncSync(handle);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  } finally {
    fs.closeSync(handle);
  }
  fs.renameSync(temporary, file);
  // Only then the replacement itself outlasts a power failure.
  const dir = fs.openSync(path.dirname(file), "r");
  try {
    fs.fsyncSync(dir);
  } finally {
    fs.closeSync(dir);
  }
}
