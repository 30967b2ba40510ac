import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { DependencyInfo } from "@pulumi/pulumi/proto/language_pb";

interface Manifest {
  version?: string;
  dependencies?: Record<string, string>;
}

/** What the package.json above `folder` asks for, in the versions that are installed; `pulumi about` lists it. */
export function installedDependencies(folder: string): DependencyInfo[] {
  const file = manifestAbove(folder);
  if (!file) return [];
  const lookup = createRequire(file).resolve.paths("x") ?? [];
  return Object.entries(readManifest(file)?.dependencies ?? {}).map(([name, wanted]) => {
    const installed = lookup.map((modules) => readManifest(path.join(modules, name, "package.json"))).find(Boolean);
    return new DependencyInfo().setName(name).setVersion(installed?.version ?? wanted);
  });
}

function manifestAbove(folder: string): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const file = path.join(at, "package.json");
    if (readManifest(file)) return file;
    if (at === path.dirname(at)) return undefined;
  }
}

function readManifest(file: string): Manifest | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  // npm reads these files first and refuses those that are not as it expects.
  return JSON.parse(text) as Manifest;
}
