import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { CloudResource } from "../../sandbox/cloud/resource";
import { stateFile } from "../engine/sandbox-workplace";
import type { RecordedResource } from "../recovery/deployment";

/** Where a program made a thing of the simulated cloud. */
export interface Owner {
  stack: string;
  urn: string;
}

export type OwnerOf = (resource: CloudResource) => Owner | undefined;

/** What a state file of the engine's own backend holds, as far as it is looked at. */
interface StateFile {
  checkpoint?: { latest?: { resources?: RecordedResource[] } };
}

/** Reads the states of all stacks in the sandbox's folder `dir`; answers whose a thing is. */
export function readOwners(dir: string): OwnerOf {
  const folder = path.dirname(stateFile(dir, "any"));
  const owners = new Map<string, Owner>();
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  for (const file of files) {
    const stack = path.basename(file, ".json");
    const state = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as StateFile;
    for (const { urn, type, id, outputs } of state.checkpoint?.latest?.resources ?? []) {
      if (id !== undefined) owners.set(keyOf(type, id, outputs?.arn), { stack, urn });
    }
  }
  return ({ type, id, outputs }) => owners.get(keyOf(type, id, outputs.arn));
}

/** Two accounts may have things of one type and id; their ARNs differ. */
const keyOf = (type: string, id: string, arn: unknown) => `${type} ${id} ${typeof arn === "string" ? arn : ""}`;

/** The logical name at the end of a URN. */
export const logicalName = (urn: string): string => urn.split("::").at(-1) ?? urn;
