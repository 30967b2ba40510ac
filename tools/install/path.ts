import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import path from "node:path";

/** Every executable file called `name` on PATH, in PATH's order. */
export async function executablesOnPath(name: string, env: NodeJS.ProcessEnv = process.env): Promise<string[]> {
  const folders = (env.PATH ?? "").split(path.delimiter).filter(path.isAbsolute);
  const candidates = [...new Set(folders)].map((folder) => path.join(folder, name));
  const usable = await Promise.all(candidates.map(isExecutable));
  return candidates.filter((_, index) => usable[index]);
}

/** Whether `file` is a file that this user may execute. */
export async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    // Absent, not executable or not readable: each means that it cannot be run.
    return false;
  }
}
