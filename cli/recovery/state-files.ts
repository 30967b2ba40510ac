import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { CommandFailure } from "../errors";

/** Files that are still being written are younger: a lock has 200 bytes, a state some megabytes. */
const oldestLockMs = 1_000;
const oldestStateMs = 10_000;

/**
 * Repairs what a killed engine, or a machine that went down, can leave of the file backend in `stateDir`.
 *
 * The engine (3.250) replaces a state as a whole, so after a kill there is the old one or the new one. Cut off can be: a
 * side file `*.attrs`, which it writes first and then cannot read (without one it reads on); a temporary file; and, when
 * the power fails, the state itself, since the engine does not wait for the disk.
 *
 * @throws CommandFailure where a state cannot be read and has no backup that can.
 */
export function repairStates(stateDir: string, say: (line: string) => void): void {
  const root = path.join(stateDir, ".pulumi");
  const [states, locks] = [filesBelow(path.join(root, "stacks")), filesBelow(path.join(root, "locks"))];
  const cutOff = [
    ...[...states, ...locks].filter((file) => file.endsWith(".attrs") && !isJson(file)),
    ...states.filter((file) => file.endsWith(".tmp") && isOlder(file, oldestStateMs)),
    ...locks.filter((file) => !file.endsWith(".attrs") && !isJson(file) && isOlder(file, oldestLockMs)),
  ];
  for (const file of cutOff) rmSync(file, { force: true });
  for (const file of states.filter((name) => name.endsWith(".json") && !isJson(name))) restore(file, root, say);
}

function filesBelow(dir: string): string[] {
  if (!existsSync(dir)) return [];
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

function isOlder(file: string, ms: number): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > ms;
}

function isJson(file: string): boolean {
  try {
    JSON.parse(readFileSync(file, "utf8"));
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    // It went between the listing and now, as temporary files and locks do.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return true;
    throw error;
  }
}

/** Puts the newest backup in the place of a state: the one before the last step, or else the last run's. */
function restore(file: string, root: string, say: (line: string) => void): void {
  const stack = path.basename(file, ".json");
  const project = path.basename(path.dirname(file));
  const ofRuns = filesBelow(path.join(root, "backups", project, stack)).filter((name) => name.endsWith(".json"));
  const backups = [`${file}.bak`, ...ofRuns.sort().reverse()].filter((name) => existsSync(name) && isJson(name));
  const [backup] = backups;
  if (backup === undefined) {
    throw new CommandFailure(
      `the state of ${stack} cannot be read, and neither can a backup: ${file}\n  put one in its place, or delete it where nothing of the stack exists any more`,
    );
  }
  copyFileSync(backup, `${file}.restored`);
  renameSync(`${file}.restored`, file);
  say(`${stack}: its state was cut off, as when the power fails; went back to ${path.relative(root, backup)}`);
  say(`  what its last step did may be missing in it: foundation up looks for that, foundation drift shows the rest`);
}
