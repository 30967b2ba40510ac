import os from "node:os";
import path from "node:path";

/** Folder outside the repository that keeps what takes long to get; `FOUNDATION_CACHE` names another. */
export function cacheRoot(env: NodeJS.ProcessEnv = process.env): string {
  if (env.FOUNDATION_CACHE) return path.resolve(env.FOUNDATION_CACHE);
  if (env.XDG_CACHE_HOME) return path.join(env.XDG_CACHE_HOME, "platform-foundation");
  const caches = process.platform === "darwin" ? "Library/Caches" : ".cache";
  return path.join(os.homedir(), caches, "platform-foundation");
}
