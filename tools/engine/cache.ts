import os from "node:os";
import path from "node:path";

/** Release of the Pulumi CLI that is downloaded or built: the newest that its public Go module can be had in. */
export const engineVersion = "3.250.0";

/** Folder outside the repository that keeps what takes long to get; `FOUNDATION_CACHE` names another. */
export function cacheRoot(env: NodeJS.ProcessEnv = process.env): string {
  if (env.FOUNDATION_CACHE) return path.resolve(env.FOUNDATION_CACHE);
  if (env.XDG_CACHE_HOME) return path.join(env.XDG_CACHE_HOME, "platform-foundation");
  const caches = process.platform === "darwin" ? "Library/Caches" : ".cache";
  return path.join(os.homedir(), caches, "platform-foundation");
}

/** Folder of the cached CLI, whether it was downloaded or built. */
export function engineFolder(env: NodeJS.ProcessEnv = process.env): string {
  return path.join(cacheRoot(env), "engine", engineVersion);
}
