import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { z } from "zod";
import { writeAtomically } from "../cloud/store";
import { type Call, concerns, type Fault, faultSchema } from "./fault";

const fileSchema = z.strictObject({ version: z.literal(1), faults: z.array(faultSchema) });

/** What became of a fault: which calls it was asked about, and how often it struck. */
const recordSchema = z.object({
  calls: z.int(),
  struck: z.int(),
  /** Attempts by call and resource. */
  attempts: z.record(z.string(), z.int()),
});
type Struck = z.output<typeof recordSchema>;
const recordsSchema = z.record(z.string(), recordSchema);

const faultsFile = (dir: string) => path.join(dir, "faults.json");
const recordsFile = (dir: string) => path.join(dir, "faults-struck.json");

/**
 * The faults that are set for the cloud in `dir`.
 *
 * @throws Error where the file is not one of faults.
 */
export function readFaults(dir: string): Fault[] {
  const content = read(faultsFile(dir));
  if (content === undefined) return [];
  const parsed = fileSchema.safeParse(content);
  if (parsed.success) return parsed.data.faults;
  throw new Error(`${faultsFile(dir)} is not a list of faults: ${z.prettifyError(parsed.error)}`);
}

/** Replaces the faults of the cloud in `dir`; a running sandbox goes by them from its next call on. */
export function writeFaults(dir: string, faults: Fault[]): void {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  writeAtomically(faultsFile(dir), `${JSON.stringify({ version: 1, faults }, null, 2)}\n`);
}

/** How often a fault of the cloud in `dir` has struck. */
export function timesStruck(dir: string, { id }: Fault): number {
  return readRecords(dir)[id]?.struck ?? 0;
}

/** What was counted before a machine went down may be cut off; then counting begins anew. */
function readRecords(dir: string): Record<string, Struck> {
  return recordsSchema.safeParse(read(recordsFile(dir))).data ?? {};
}

function read(file: string): unknown {
  const text = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
  if (text === "") return undefined;
  return JSON.parse(text);
}

/** The faults as a running sandbox goes by them. */
export class Faults {
  private faults: Fault[] = [];
  private seen = "";
  private readonly records: Record<string, Struck>;

  constructor(private readonly dir: string) {
    this.records = readRecords(dir);
  }

  /** The faults that strike this call. Each call counts: asked twice for the same one, the answers may differ. */
  striking(call: Call): Fault[] {
    this.refresh();
    const concerned = this.faults.filter((fault) => concerns(fault, call));
    if (concerned.length === 0) return [];
    const striking = concerned.filter((fault) => this.strikes(fault, call));
    writeAtomically(recordsFile(this.dir), JSON.stringify(this.records));
    return striking;
  }

  private strikes({ id, rate, times, skip = 0, seed }: Fault, call: Call): boolean {
    const record = this.records[id] ?? { calls: 0, struck: 0, attempts: {} };
    this.records[id] = record;
    const key = `${call.name} ${call.type} ${call.resource}`;
    const attempt = record.attempts[key] ?? 0;
    record.attempts[key] = attempt + 1;
    record.calls += 1;
    if (record.calls <= skip || record.struck >= (times ?? Number.POSITIVE_INFINITY)) return false;
    if (chance(`${seed}/${key}/${attempt}`) >= rate) return false;
    record.struck += 1;
    return true;
  }

  /** The file is replaced as a whole, which its inode shows. */
  private refresh(): void {
    const stat = fs.statSync(faultsFile(this.dir), { bigint: true, throwIfNoEntry: false });
    const seen = stat === undefined ? "" : `${stat.ino} ${stat.mtimeNs}`;
    if (seen === this.seen) return;
    this.seen = seen;
    this.faults = readFaults(this.dir);
  }
}

/** A number from 0 to below 1 that is the same for the same text. */
function chance(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE() / 2 ** 32;
}
