import path from "node:path";
import { cacheRoot } from "../install/cache";

/** Release of the Pulumi CLI that is downloaded or built: the newest that its public Go module can be had in. */
export const engineVersion = "3.250.0";

/** Folder of the cached CLI, whether it was downloaded or built. */
export function engineFolder(env: NodeJS.ProcessEnv = process.env): string {
  return path.join(cacheRoot(env), "engine", engineVersion);
}
