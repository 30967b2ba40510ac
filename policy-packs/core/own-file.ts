import { existsSync } from "node:fs";
import path from "node:path";

/** Set by tools/packs where a pack is compiled: `policy-packs/` of this project, or null in a pack that is packed on its own. */
declare const packsFolder: string | null | undefined;

/** The project's own file of that name in `policy-packs/`; undefined where there is none, as beside a pack packed on its own. */
export function ownFile(name: string): string | undefined {
  const folder = typeof packsFolder === "undefined" ? path.resolve(__dirname, "..") : packsFolder;
  const file = folder === null ? undefined : path.join(folder, name);
  return file !== undefined && existsSync(file) ? file : undefined;
}
