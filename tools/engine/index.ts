import path from "node:path";
import { version as sdkVersion } from "@pulumi/pulumi/version";
import { gte } from "semver";
import { executableOf, install, type Program, readRecord, type Way } from "../install/install";
import { executablesOnPath, isExecutable } from "../install/path";
import { goBuild } from "./build";
import { engineFolder, engineVersion } from "./cache";
import { officialDownload } from "./download";
import { versionOf } from "./version";

/** The Pulumi CLI that everything here runs on. */
export interface Engine {
  /** Folder whose bin/ holds the pulumi executable; `PulumiCommand.get({ root })` takes it. */
  root: string;
  executable: string;
  /** E.g. "3.250.0". */
  version: string;
  source: "path" | "download" | "built";
  /** Folder to put first on PATH so that the engine finds a Node.js language host; undefined where the official one is there. */
  languageHostPath: string | undefined;
}

/**
 * Oldest CLI on PATH that is used: the release of our Pulumi SDK.
 *
 * SDK and CLI are released together and each tests against the other's present state. What we rely on beyond that is
 * older: attaching to providers, policy packs that are told their stack (3.171), `refresh --import-pending-creates`.
 */
export const minimumVersion: string = sdkVersion;

const languageHost = "pulumi-language-nodejs";
const ownLanguageHost = path.join(__dirname, "language-host", "bin");
const advice = `Install the Pulumi CLI ${minimumVersion} or newer (https://www.pulumi.com/docs/install/), or Go 1.25.11 or newer to have it built (https://go.dev/dl/), and run this again.`;

/** The CLI as it is kept in the cache. */
const cachedCli = (): Program => ({
  name: "Pulumi CLI",
  version: engineVersion,
  folder: engineFolder(),
  executable: "pulumi",
  recordFile: "engine.json",
  versionOf,
  advice,
});

/** What is there already, without changing anything: a CLI on PATH that is new enough, else one in the cache. */
export async function findEngine(): Promise<Engine | undefined> {
  return (await onPath()).engine ?? (await inCache());
}

/**
 * Finds the Pulumi CLI, else gets it into a cache outside the repository: the official download, else built from its
 * public Go module.
 *
 * A second call at the same time, in any process, waits for the first. `report` takes lines that say what is done, how
 * long it takes and how far it is.
 *
 * @throws InstallError with what was tried, why it failed, and what to install.
 */
export async function ensureEngine(report: (line: string) => void): Promise<Engine> {
  return obtainEngine([officialDownload, goBuild], report);
}

/** {@link ensureEngine} with the ways of getting a CLI as an argument. */
export async function obtainEngine(ways: readonly Way[], report: (line: string) => void): Promise<Engine> {
  const { engine, tooOld } = await onPath();
  if (engine) return engine;
  const cached = await inCache();
  if (cached) return cached;
  for (const reason of tooOld) report(reason);
  const { source } = await install(cachedCli(), ways, report);
  return cachedEngine(source);
}

async function onPath(): Promise<{ engine?: Engine; tooOld: string[] }> {
  const tooOld: string[] = [];
  const own = path.join(engineFolder(), "bin");
  for (const executable of await executablesOnPath("pulumi")) {
    const bin = path.dirname(executable);
    // Put on PATH by ourselves for `sandbox exec`: the cache knows more about it.
    if (bin === own) continue;
    const version = await versionOf(executable).catch((error: Error) => error.message);
    if (!/^\d/.test(version)) tooOld.push(`passing over ${executable}: ${version}`);
    else if (!gte(version, minimumVersion))
      tooOld.push(`passing over ${executable}: ${version} is older than ${minimumVersion}`);
    else {
      const official =
        (await isExecutable(path.join(bin, languageHost))) || (await executablesOnPath(languageHost)).length > 0;
      const languageHostPath = official ? undefined : ownLanguageHost;
      return { engine: { root: path.dirname(bin), executable, version, source: "path", languageHostPath }, tooOld };
    }
  }
  return { tooOld };
}

async function inCache(): Promise<Engine | undefined> {
  const record = await readRecord(cachedCli());
  return record && cachedEngine(record.source);
}

function cachedEngine(source: "download" | "built"): Engine {
  const program = cachedCli();
  return {
    root: program.folder,
    executable: executableOf(program),
    version: engineVersion,
    source,
    languageHostPath: source === "built" ? ownLanguageHost : undefined,
  };
}
